#include "core/base/sha256.h"
#include "core/queue/journal/journal_owner.h"
#include "tests/ui/queue/shown_queue.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/settings.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/quit_guard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <memory>

using namespace autochrome;

namespace {

QString hashOf(const QString& path)
{
    const auto hash = sha256OfFile(path.toStdString());
    return hash ? QString::fromStdString(*hash) : QString();
}

// Moves what is dragged over a widget and lets it go there. (The offscreen platform takes no part
// in drags by the mouse.)
void carry(QWidget* target, const QMimeData& data, QPoint place)
{
    QDragEnterEvent enter(place, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(place, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(place, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QVERIFY(drop.isAccepted());
}

// Two folders of five photos, one of them broken.
QStringList makeScans(const WindowFixture& fixture)
{
    QDir(fixture.folder()).mkpath("photos/album/inner");
    QStringList scans;
    for (const char* name :
         {"album/a.png", "album/b.png", "album/inner/c.png", "album/inner/d.png"})
        scans << fixture.makePhoto(name);
    fixture.makeBrokenPhoto("album/e.png");
    return scans;
}

} // namespace

class TestBatchPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyGetsAQueueUnasked()
    {
        const WindowFixture fixture;
        MainWindow window;
        window.show();
        QTest::qWait(50);
        QVERIFY(!window.batchPanel()->isVisible());
        QVERIFY(!BatchService::exists());
        QVERIFY(!window.actions()[Command::BatchStart]->isEnabled());
    }

    // The whole way: drop, choose, reorder, hold back, cancel, run, mend, retry, report.
    void aFolderIsWorkedOn()
    {
        const WindowFixture fixture;
        const QStringList scans = makeScans(fixture);
        QStringList hashes;
        for (const QString& scan : scans)
            hashes << hashOf(scan);
        const QString out = fixture.folder() + "/out";
        Shown shown;
        QVERIFY(shown.empty()->isVisible());

        QueueDialog* dialog = shown.dropAndAsk({fixture.folder() + "/photos/album"});
        QVERIFY(dialog);
        QVERIFY2(dialog->choices()->found()->text().startsWith("5"),
                 qPrintable(dialog->choices()->found()->text()));
        dialog->choices()->destination()->setCurrentIndex(
            dialog->choices()->destination()->findData(int(Destination::Mirror)));
        QVERIFY(!dialog->addButton()->isEnabled()); // into which folder?
        QVERIFY(dialog->problem()->isVisible());
        dialog->choices()->folder()->setText(out);
        dialog->choices()->nameTemplate()->setText("{name}_{nonsense}");
        QVERIFY(!dialog->addButton()->isEnabled());
        dialog->choices()->nameTemplate()->setText("{counter:3}_{name}");
        QVERIFY2(dialog->choices()->example()->text().contains("001_a"),
                 qPrintable(dialog->choices()->example()->text()));
        dialog->addButton()->click();

        QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), 5, patience);
        QVERIFY(shown.panel->table()->isVisible());
        QCOMPARE(shown.names(), QStringList({"a.png", "b.png", "e.png", "c.png", "d.png"}));
        QVERIFY(shown.isIdle()); // "Add" does not begin

        shown.selectNamed({"d.png", "c.png"});
        shown.trigger(Command::BatchFirst);
        QTRY_COMPARE(shown.names(), QStringList({"c.png", "d.png", "a.png", "b.png", "e.png"}));
        QCOMPARE(shown.panel->table()->selectedJobs().size(), std::size_t(2));
        shown.selectNamed({"c.png"});
        shown.trigger(Command::BatchDown);
        QTRY_COMPARE(shown.names(), QStringList({"d.png", "c.png", "a.png", "b.png", "e.png"}));
        shown.trigger(Command::BatchLast);
        QTRY_COMPARE(shown.names(), QStringList({"d.png", "a.png", "b.png", "e.png", "c.png"}));
        shown.trigger(Command::BatchUp);
        QTRY_COMPARE(shown.names(), QStringList({"d.png", "a.png", "b.png", "c.png", "e.png"}));

        shown.selectNamed({"b.png"});
        shown.trigger(Command::BatchPause);
        shown.selectNamed({"a.png"});
        shown.trigger(Command::BatchCancel);
        QTRY_COMPARE(shown.stateOf("a.png"), JobState::Cancelled);
        QTRY_COMPARE(shown.stateOf("b.png"), JobState::Paused);

        shown.trigger(Command::BatchStart);
        QVERIFY(!shown.isIdle());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isIdle() && shown.model->count(JobState::Waiting) == 0,
                                 patience);
        QCOMPARE(shown.stateOf("d.png"), JobState::Done);
        QCOMPARE(shown.stateOf("c.png"), JobState::Done);
        QCOMPARE(shown.stateOf("e.png"), JobState::Failed);
        QCOMPARE(shown.stateOf("a.png"), JobState::Cancelled);
        QCOMPARE(shown.stateOf("b.png"), JobState::Paused);
        const QModelIndex failed = shown.model->index(
            shown.model->visibleRow(shown.jobNamed("e.png")), JobTableModel::StateColumn);
        QVERIFY2(failed.data().toString().contains("e.png"), qPrintable(failed.data().toString()));
        QVERIFY(shown.totals()->text().contains("1 failed"));

        // What was held back goes on; what was cancelled and what was mended is tried again.
        shown.selectNamed({"b.png"});
        shown.trigger(Command::BatchResume);
        shown.selectNamed({"a.png"});
        shown.trigger(Command::BatchRetry);
        fixture.makePhoto("album/e.png", 90, 70);
        shown.trigger(Command::BatchRetryFailed);
        QTRY_COMPARE(shown.model->count(JobState::Waiting), 3);
        shown.trigger(Command::BatchStart);
        QTRY_VERIFY_WITH_TIMEOUT(shown.model->count(JobState::Done) == 5, patience);

        QStringList results;
        for (int row = 0; row < 5; ++row)
            results << QString::fromStdString(shown.model->row(row).result);
        results.sort();
        QCOMPARE(results, QStringList({out + "/album/001_a.png", out + "/album/002_b.png",
                                       out + "/album/003_e.png", out + "/album/inner/004_c.png",
                                       out + "/album/inner/005_d.png"}));
        for (const QString& result : results)
            QVERIFY2(QFile::exists(result), qPrintable(result));
        for (int i = 0; i < scans.size(); ++i)
            QCOMPARE(hashOf(scans[i]), hashes[i]);

        const QString report = fixture.folder() + "/report";
        shown.panel->writeReport(report);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(report + "/manifest-sha256.txt"), patience);
        QTRY_VERIFY(shown.window.stage()->messages()->sentence().contains(report));
        const QByteArray html = WindowFixture::contentOf(report + "/report.html");
        QVERIFY(html.contains("a.png"));

        shown.trigger(Command::BatchClear);
        QTRY_COMPARE(shown.model->rowCount(), 0);
    }

    void searchesAndFilters()
    {
        const WindowFixture fixture;
        makeScans(fixture);
        Shown shown;
        QueueDialog* dialog = shown.dropAndAsk({fixture.folder() + "/photos/album"});
        QVERIFY(dialog);
        dialog->choices()->subfolders()->setChecked(false);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->choices()->found()->text().startsWith("3"), patience);
        dialog->addButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), 3, patience);
        QTest::keyClicks(shown.search(), "B.P");
        QCOMPARE(shown.names(), QStringList({"b.png"}));
        shown.search()->clear();
        shown.selectNamed({"a.png"});
        shown.trigger(Command::BatchPause);
        QTRY_COMPARE(shown.stateOf("a.png"), JobState::Paused);
        shown.states()->setCurrentIndex(shown.states()->findData(int(JobState::Paused)));
        QCOMPARE(shown.names(), QStringList({"a.png"}));
        shown.states()->setCurrentIndex(0);
        QCOMPARE(shown.batches()->count(), 2);
        shown.batches()->setCurrentIndex(1);
        QCOMPARE(shown.model->rowCount(), 3);
        QVERIFY(shown.panel->currentBatch() > 0);
    }

    void aPhotoIsDraggedToAnotherPlace()
    {
        const WindowFixture fixture;
        makeScans(fixture);
        Shown shown;
        QueueDialog* dialog = shown.dropAndAsk({fixture.folder() + "/photos/album"});
        QVERIFY(dialog);
        dialog->addButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(
            shown.names(), QStringList({"a.png", "b.png", "e.png", "c.png", "d.png"}), patience);
        shown.selectNamed({"c.png", "d.png"});
        QTableView* table = shown.panel->table();
        QVERIFY(table->dragEnabled());
        table->scrollToTop();
        const std::unique_ptr<QMimeData> data(
            shown.model->mimeData(table->selectionModel()->selectedIndexes()));
        // Onto the upper edge of the second row.
        const QRect second = table->visualRect(shown.model->index(1, 0));
        carry(table->viewport(), *data, QPoint(second.center().x(), second.top() + 1));
        QTRY_COMPARE_WITH_TIMEOUT(
            shown.names(), QStringList({"a.png", "c.png", "d.png", "b.png", "e.png"}), patience);
        QCOMPARE(shown.panel->table()->selectedJobs(),
                 (std::vector<JobId>{shown.jobNamed("c.png"), shown.jobNamed("d.png")}));
    }

    // A batch that was added later, and is wanted sooner.
    void aBatchIsDoneFirst()
    {
        const WindowFixture fixture;
        QDir(fixture.folder()).mkpath("photos/early");
        QDir(fixture.folder()).mkpath("photos/late");
        Shown shown;
        for (const char* name : {"early/a.png", "late/b.png"}) {
            QueueDialog* dialog =
                shown.dropAndAsk({QFileInfo(fixture.makePhoto(name)).absolutePath()});
            QVERIFY(dialog);
            const int before = shown.model->rowCount();
            dialog->addButton()->click();
            QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), before + 1, patience);
            QTRY_VERIFY(!shown.window.findChild<QueueDialog*>());
        }
        QCOMPARE(shown.names(), QStringList({"a.png", "b.png"}));
        shown.panel->table()->clearSelection();
        const QAction* prefer = shown.window.actions()[Command::BatchPrefer];
        QVERIFY(!prefer->isEnabled()); // which one?
        QVERIFY2(prefer->toolTip().contains("Choose a group"), qPrintable(prefer->toolTip()));
        shown.selectNamed({"b.png"});
        shown.trigger(Command::BatchPrefer);
        QTRY_COMPARE(shown.names(), QStringList({"b.png", "a.png"}));
        shown.selectNamed({"a.png"});
        shown.trigger(Command::BatchPrefer);
        QTRY_COMPARE(shown.names(), QStringList({"a.png", "b.png"}));
    }

    // Stopped in the middle, nothing is lost; a second window finds the rest.
    void stopsAndIsFoundAgain()
    {
        const WindowFixture fixture;
        QDir(fixture.folder()).mkpath("photos/many");
        for (int i = 0; i < 12; ++i)
            fixture.makePhoto(QString("many/%1.png").arg(i, 2, 10, QChar(u'0')), 640 + i, 480);
        {
            Shown shown;
            QueueDialog* dialog = shown.dropAndAsk({fixture.folder() + "/photos/many"});
            QVERIFY(dialog);
            dialog->startButton()->click();
            QTRY_VERIFY_WITH_TIMEOUT(shown.model->count(JobState::Done) > 0, patience);
            shown.trigger(Command::BatchStop);
            QTRY_VERIFY_WITH_TIMEOUT(shown.isIdle(), patience);
            QTRY_COMPARE(shown.model->count(JobState::Running), 0);
            QVERIFY(shown.model->count(JobState::Waiting) > 0);
            QVERIFY(shown.window.close()); // nothing runs, so nothing is asked
        }
        setSetting(setting::batchVisible, false);
        MainWindow window;
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(window.stage()->messages()->sentence().contains("wait"), patience);
        window.stage()->messages()->actionButton()->click();
        QVERIFY(window.batchPanel()->isVisible());
        window.actions()[Command::BatchStart]->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.batchPanel()->model()->count(JobState::Done), 12,
                                  patience);
    }

    void asksBeforeItIsClosed()
    {
        const WindowFixture fixture;
        QDir(fixture.folder()).mkpath("photos/many");
        for (int i = 0; i < 12; ++i)
            fixture.makePhoto(QString("many/%1.png").arg(i), 800 + i, 600);
        Shown shown;
        QueueDialog* dialog = shown.dropAndAsk({fixture.folder() + "/photos/many"});
        QVERIFY(dialog);
        dialog->startButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isIdle(), patience);
        QVERIFY(!shown.window.close());
        QMessageBox* box = shown.window.quitGuard()->question();
        QVERIFY(box);
        QVERIFY2(box->informativeText().contains("next time"), qPrintable(box->informativeText()));
        box->reject();
        QVERIFY(shown.window.isVisible());
        shown.trigger(Command::BatchStopNow);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isIdle(), patience);
        QTRY_COMPARE(shown.model->count(JobState::Running), 0);
        QVERIFY(shown.window.close());
        for (const QString& name : QDir(fixture.folder() + "/photos/many").entryList(QDir::Files))
            QVERIFY2(!name.contains(".part"), qPrintable(name));
    }

    void opensSourceAndResult()
    {
        const WindowFixture fixture;
        const QString scan = fixture.makePhoto("scan.png", 120, 90);
        Shown shown;
        QueueDialog* dialog = shown.dropAndAsk({scan});
        QVERIFY(dialog);
        dialog->startButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->count(JobState::Done), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isIdle(), patience);
        shown.panel->table()->select({shown.model->row(0).id});
        shown.panel->table()->setCurrentIndex(shown.model->index(0, 0));
        shown.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        shown.panel->table()->setFocus();
        QTest::keyClick(shown.panel->table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains("_colour.png"));
        QTest::keyClick(shown.panel->table(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shown.window.session()->shown(), patience);
        QCOMPARE(shown.window.session()->shown()->path(), scan);
        QTRY_VERIFY_WITH_TIMEOUT(shown.window.session()->shown()->result(), patience);
    }

    // A folder that is watched: what comes later is added, and done because the queue was started.
    void watchesAFolder()
    {
        const WindowFixture fixture;
        QDir(fixture.folder()).mkpath("photos/inbox");
        const QString inbox = fixture.folder() + "/photos/inbox";
        fixture.makePhoto("inbox/first.png", 100, 80);
        Shown shown;
        QueueDialog* dialog = shown.dropAndAsk({inbox});
        QVERIFY(dialog);
        QVERIFY(dialog->choices()->watch()->isVisible());
        dialog->choices()->watch()->setChecked(true);
        dialog->startButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->count(JobState::Done), 1, patience);
        fixture.makePhoto("inbox/second.png", 101, 80);
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->count(JobState::Done), 2, patience);
        QCOMPARE(shown.model->rowCount(), 2); // and not the results that lie beside them
    }

    // Another process has the queue: the window looks on and says so.
    void besideAnotherProgram()
    {
        const WindowFixture fixture;
        const QString scan = fixture.makePhoto("scan.png");
        Shown shown;
        QueueDialog* dialog = shown.dropAndAsk({scan});
        QVERIFY(dialog);
        dialog->addButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->rowCount(), 1, patience);
        QVERIFY(shown.window.actions()[Command::BatchStart]->isEnabled());
        {
            const auto owner = JournalOwner::take(Journal::defaultPath(), "autochrome-cli");
            QVERIFY(owner);
            QTRY_VERIFY_WITH_TIMEOUT(shown.totals()->text().contains("another program"), patience);
            QVERIFY(!shown.window.actions()[Command::BatchStart]->isEnabled());
        }
        QTRY_VERIFY_WITH_TIMEOUT(shown.isIdle(), patience);
        auto journal = Journal::open(Journal::defaultPath());
        QVERIFY(journal);
        const JobId job = shown.model->row(0).id;
        QVERIFY(journal->pause(std::vector<JobId>{job}));
        QTRY_COMPARE_WITH_TIMEOUT(shown.stateOf("scan.png"), JobState::Paused, patience);
    }
};

QTEST_MAIN(TestBatchPanel)
#include "test_batch_panel.moc"
