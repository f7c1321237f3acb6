#include "tests/ui/queue/shown_queue.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/sample_photo.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/quit_guard.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace autochrome;

namespace {

/// Puts photos into the queue as the dialog would, whether there are such files or not.
void add(Shown& shown, int count, const QString& folder = QStringLiteral("/nowhere"))
{
    QueueRequest request;
    request.name = folder.section('/', -1).toStdString();
    for (int i = 0; i < count; ++i)
        request.jobs.push_back(
            {QString("%1/scan%2.png").arg(folder).arg(i, 3, 10, QChar('0')).toStdString(),
             {},
             0,
             0});
    const qint64 before = shown.model->total();
    shown.panel->service()->add(request, "auto");
    QTRY_COMPARE_WITH_TIMEOUT(shown.model->total(), before + count, patience);
}

bool isInSight(const Shown& shown, int row)
{
    const QTableView* table = shown.panel->table();
    return table->viewport()->rect().contains(
        table->visualRect(shown.model->index(row, 0)).center());
}

void turnWheel(QWidget* target, int steps)
{
    const QPointF place(target->rect().center());
    QWheelEvent wheel(place, target->mapToGlobal(place), {}, QPoint(0, -120 * steps), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &wheel);
}

/// Answers the next file dialog, which runs an event loop of its own.
void answerFileDialog(QObject* context, const QString& path)
{
    QTimer::singleShot(200, context, [path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

} // namespace

/// The queue as a part of the window: where it is, what it says, what it shows by itself.
class TestQueueInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void fillsTheWindowWithoutAPhoto()
    {
        const WindowFixture fixture;
        const QString photo = fixture.makePhoto("a.png");
        Shown shown;
        shown.window.resize(1000, 700);
        PhotoStage* stage = shown.window.stage();
        QTRY_VERIFY(shown.panel->height() > 500);
        QVERIFY(!stage->emptyState()->isVisible());
        stage->messages()->post({.sentence = "Something is to be said."});
        QVERIFY(stage->messages()->isVisible());

        shown.window.openFiles({photo});
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(shown.window), patience);
        QVERIFY(shown.panel->isVisible());
        QVERIFY(stage->view()->isVisible());
        QTRY_VERIFY(shown.panel->height() < 350);
        QVERIFY(stage->view()->mapTo(&shown.window, QPoint()).y() <
                shown.panel->mapTo(&shown.window, QPoint()).y());

        shown.window.actions()[Command::ClosePhoto]->trigger();
        QTRY_VERIFY(shown.panel->height() > 500);
        shown.window.actions()[Command::Batch]->trigger(); // hidden
        QVERIFY(!shown.panel->isVisible());
        QVERIFY(stage->emptyState()->isVisible());
        shown.window.openFiles({photo});
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(shown.window), patience);
        shown.trigger(Command::Batch);
        QVERIFY(shown.panel->isVisible());
        QVERIFY(stage->view()->isVisible());
    }

    void saysWhyTheListIsEmpty()
    {
        const WindowFixture fixture;
        Shown shown;
        const QLabel* empty = shown.empty();
        QVERIFY(empty->isVisible());
        QVERIFY(empty->text().contains("Drop"));
        add(shown, 3);
        QVERIFY(!empty->isVisible());
        QTest::keyClicks(shown.search(), "nothing");
        QVERIFY(empty->isVisible());
        QVERIFY2(empty->text().contains("nothing"), qPrintable(empty->text()));
        shown.search()->setText("scan");
        QVERIFY(!empty->isVisible());
        shown.states()->setCurrentIndex(shown.states()->findData(int(JobState::Failed)));
        QVERIFY2(empty->isVisible() && empty->text().contains("scan"), qPrintable(empty->text()));
        shown.search()->clear();
        QVERIFY2(empty->isVisible() && empty->text().contains("Failed"), qPrintable(empty->text()));
        shown.states()->setCurrentIndex(0);
        QVERIFY(shown.panel->table()->isVisible());
    }

    void saysWhyAnActionCannotBeUsed_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<int>("photos");
        QTest::addColumn<QString>("reason");
        QTest::addRow("start") << Command::BatchStart << 0 << "No photo waits";
        QTest::addRow("stop") << Command::BatchStop << 3 << "not being worked on";
        QTest::addRow("stop at once") << Command::BatchStopNow << 3 << "not being worked on";
        QTest::addRow("hold back") << Command::BatchPause << 3 << "Select photos";
        QTest::addRow("go on") << Command::BatchResume << 3 << "Select photos";
        QTest::addRow("cancel") << Command::BatchCancel << 3 << "Select photos";
        QTest::addRow("again") << Command::BatchRetry << 3 << "Select photos";
        QTest::addRow("up") << Command::BatchUp << 3 << "Select photos";
        QTest::addRow("first") << Command::BatchFirst << 3 << "Select photos";
        QTest::addRow("group first") << Command::BatchPrefer << 3 << "no other group";
        QTest::addRow("failed ones") << Command::BatchRetryFailed << 3 << "has failed";
        QTest::addRow("report, empty") << Command::BatchReport << 0 << "is empty";
        QTest::addRow("report") << Command::BatchReport << 6 << "Choose a group";
        QTest::addRow("clear, empty") << Command::BatchClear << 0 << "is empty";
        QTest::addRow("clear") << Command::BatchClear << 3 << "have not ended";
    }
    void saysWhyAnActionCannotBeUsed()
    {
        QFETCH(Command, command);
        QFETCH(int, photos);
        QFETCH(QString, reason);
        const WindowFixture fixture;
        Shown shown;
        for (int begun = 0; begun < photos; begun += 3)
            add(shown, 3, QString("/nowhere/group%1").arg(begun));
        const QAction* action = shown.window.actions()[command];
        QTRY_VERIFY(!action->isEnabled());
        QVERIFY2(action->toolTip().contains(reason), qPrintable(action->toolTip()));
    }

    void offersWhatTheSelectedPhotosAllow()
    {
        const WindowFixture fixture;
        Shown shown;
        add(shown, 3);
        shown.selectNamed({"scan000.png"});
        const Actions& actions = shown.window.actions();
        QVERIFY(actions[Command::BatchPause]->isEnabled());
        QVERIFY(!actions[Command::BatchPause]->toolTip().contains("Select"));
        QVERIFY(!actions[Command::BatchRetry]->isEnabled()); // it waits
        QVERIFY(actions[Command::BatchRetry]->toolTip().contains("None of the selected"));
        shown.trigger(Command::BatchCancel);
        QTRY_VERIFY(actions[Command::BatchRetry]->isEnabled());
        QVERIFY(!actions[Command::BatchCancel]->isEnabled());
        QVERIFY(!actions[Command::BatchPause]->isEnabled());
        QVERIFY(!actions[Command::BatchClear]->isEnabled());
        shown.selectNamed({"scan001.png", "scan002.png"});
        shown.trigger(Command::BatchCancel);
        QTRY_VERIFY(actions[Command::BatchClear]->isEnabled()); // all have ended
    }

    void followsTheWorkUnlessThePersonLooksElsewhere()
    {
        const WindowFixture fixture;
        Shown shown;
        shown.window.resize(1000, 600);
        add(shown, 120);
        BatchService* service = shown.panel->service();
        const auto work = [&](int row) {
            Q_EMIT service->stageChanged(shown.model->row(row).id, JobStage::Read);
        };
        work(40);
        QVERIFY(isInSight(shown, 40));
        QVERIFY(shown.panel->table()->selectedJobs().empty()); // seen, not selected
        work(70);
        QVERIFY(isInSight(shown, 70));

        turnWheel(shown.panel->table()->viewport(), -40);
        QVERIFY(!isInSight(shown, 70));
        work(90);
        QVERIFY(!isInSight(shown, 90)); // the person looks elsewhere

        shown.panel->table()->scrollTo(shown.model->index(80, 0));
        QScrollBar* bar = shown.panel->table()->verticalScrollBar();
        while (!isInSight(shown, 90) && bar->value() < bar->maximum())
            turnWheel(shown.panel->table()->viewport(), 1);
        QVERIFY(isInSight(shown, 90));
        work(91); // and has come back
        work(119);
        QVERIFY(isInSight(shown, 119));

        shown.panel->table()->select({shown.model->row(5).id});
        QVERIFY(isInSight(shown, 5));
        work(60);
        QVERIFY(isInSight(shown, 5));
        QVERIFY(!isInSight(shown, 60));
        shown.panel->table()->clearSelection();
        work(61);
        QVERIFY(isInSight(shown, 61));
    }

    void showsPhotoAndResultInTheirFolder()
    {
        const WindowFixture fixture;
        const QString scan = fixture.makePhoto("scan.png", 120, 90);
        Shown shown;
        disconnect(shown.panel, &BatchPanel::folderWanted, nullptr, nullptr); // no file manager
        const QSignalSpy wanted(shown.panel, &BatchPanel::folderWanted);
        QueueDialog* dialog = shown.dropAndAsk({scan});
        QVERIFY(dialog);
        dialog->addButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), 1, patience);
        shown.panel->table()->setCurrentIndex(shown.model->index(0, 0));
        QAction *photo = nullptr, *result = nullptr;
        for (QAction* action : shown.panel->table()->actions()) {
            if (action->text().contains("the photo in its folder"))
                photo = action;
            if (action->text().contains("the result in its folder"))
                result = action;
        }
        QVERIFY(photo && result);
        QVERIFY(!result->isEnabled()); // there is none yet
        photo->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), scan);
        shown.trigger(Command::BatchStart);
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->count(JobState::Done), 1, patience);
        QVERIFY(result->isEnabled());
        result->trigger();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].toString(), fixture.folder() + "/photos/scan_colour.png");
    }

    void takesPhotosAndFolders()
    {
        const WindowFixture fixture;
        QDir(fixture.folder()).mkpath("photos/album");
        fixture.makePhoto("album/a.png");
        fixture.makePhoto("album/b.png");
        const QString single = fixture.makePhoto("single.png");
        Shown shown;
        shown.trigger(Command::BatchAdd);
        auto* dialog = shown.window.findChild<QueueDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!dialog->addButton()->isEnabled());
        QVERIFY2(dialog->choices()->found()->text().contains("Choose"),
                 qPrintable(dialog->choices()->found()->text()));
        answerFileDialog(dialog, single);
        dialog->choices()->photosButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->choices()->found()->text().contains("1 photo"), patience);
        answerFileDialog(dialog, fixture.folder() + "/photos/album");
        dialog->choices()->folderButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->choices()->found()->text().startsWith("3"), patience);
        drop(dialog, {single, fixture.makePhoto("dropped.png")}); // the first is there already
        QTRY_VERIFY_WITH_TIMEOUT(dialog->choices()->found()->text().startsWith("4"), patience);
        dialog->addButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), 4, patience);
        QVERIFY(shown.isIdle());
    }

    void keepsTheSampleOutOfTheProgram()
    {
        const WindowFixture fixture;
        QueueDialog dialog({samplePhoto()}, std::nullopt);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.choices()->destination()->currentData().toInt(), int(Destination::Folder));
        QCOMPARE(dialog.choices()->folder()->text(), fixture.folder());
    }

    void itsDialogFitsASmallWindow()
    {
        const WindowFixture fixture;
        QueueDialog dialog({fixture.makePhoto("a.png")}, std::nullopt);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.resize(860, 440);
        QTest::qWait(50);
        QVERIFY2(dialog.height() <= 440, qPrintable(QString::number(dialog.height())));
        for (const QPushButton* button : {dialog.addButton(), dialog.startButton()})
            QVERIFY(dialog.rect().contains(button->geometry()));
    }

    // "Batch" is the command line's word.
    void hasOneWordForTheQueue()
    {
        const WindowFixture fixture;
        Shown shown;
        add(shown, 2);
        QStringList said;
        for (const QAction* action : shown.window.actions().all())
            said << action->text() << action->iconText() << action->toolTip();
        for (const QWidget* widget : shown.window.findChildren<QWidget*>())
            said << widget->accessibleName() << widget->toolTip();
        for (const QLabel* label : shown.window.findChildren<QLabel*>())
            said << label->text();
        for (const QComboBox* box : shown.window.findChildren<QComboBox*>())
            for (int i = 0; i < box->count(); ++i)
                said << box->itemText(i);
        QVERIFY(said.filter("Queue").size() > 0);
        QCOMPARE(said.filter("batch", Qt::CaseInsensitive), QStringList());
    }

    void writesTheReportBeforeItIsClosed()
    {
        const WindowFixture fixture;
        Shown shown;
        add(shown, 2);
        const QString report = fixture.folder() + "/report";
        shown.panel->writeReport(report);
        QVERIFY(!shown.window.close());
        QVERIFY(shown.window.quitGuard()->question()->informativeText().contains("report"));
        shown.window.quitGuard()->finishButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.window.isVisible(), patience);
        QVERIFY(QFile::exists(report + "/report.html"));
    }

    // What is on its way is finished, the rest waits for the next time.
    void endsWhatIsOnItsWayBeforeItIsClosed()
    {
        const WindowFixture fixture;
        QDir(fixture.folder()).mkpath("photos/many");
        for (int i = 0; i < 20; ++i)
            fixture.makePhoto(QString("many/%1.png").arg(i, 2, 10, QChar(u'0')), 640 + i, 480);
        const QString folder = fixture.folder() + "/photos/many";
        {
            Shown shown;
            QueueDialog* dialog = shown.dropAndAsk({folder});
            QVERIFY(dialog);
            dialog->startButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(shown.model->count(JobState::Done) > 0, patience);
            QVERIFY(!shown.window.close());
            shown.window.quitGuard()->finishButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(!shown.window.isVisible(), patience);
        }
        auto journal = Journal::open(Journal::defaultPath());
        QVERIFY(journal.has_value());
        auto counts = journal->counts();
        QVERIFY(counts.has_value());
        QCOMPARE((*counts)[JobState::Running], 0);
        QVERIFY((*counts)[JobState::Done] > 0);
        QCOMPARE((*counts)[JobState::Done] + (*counts)[JobState::Waiting], 20);
        QCOMPARE(QDir(folder).entryList({"*_colour.png"}).size(), (*counts)[JobState::Done]);
    }
};

QTEST_MAIN(TestQueueInWindow)
#include "test_queue_in_window.moc"
