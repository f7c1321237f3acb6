#include "core/photo/photo_reader.h"
#include "core/queue/journal/journal.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_session.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/settings/settings.h"
#include "ui/window/end_signals.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/quit_guard.h"

#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>
#include <csignal>
#include <unistd.h>

using namespace autochrome;

namespace {

constexpr int patience = 60000;

/// A window with a photo that takes a moment to be saved.
struct Saving
{
    WindowFixture fixture;
    std::unique_ptr<MainWindow> window =
        openWindow({fixture.makePhoto("harbour.png", 2400, 1800, CV_16UC1)});
    QString target;

    /// Orders an export; it runs when this returns.
    void start(const QString& name = "harbour_colour.png")
    {
        window->actions()[Command::Export]->trigger();
        ExportDialog* dialog = window->exportDialog();
        target = fixture.folder() + "/photos/" + name;
        dialog->target()->setText(target);
        dialog->exportButton()->click();
        QVERIFY(!QFile::exists(target));
    }

    QuitGuard* guard() const { return window->quitGuard(); }
    MessageStrip* messages() const { return window->stage()->messages(); }
    bool isSaved() const { return readPhoto(target.toStdString()).has_value(); }
    /// The photos and what came of them, by name.
    QStringList files() const
    {
        return QDir(fixture.folder() + "/photos").entryList(QDir::Files | QDir::Hidden);
    }
};

} // namespace

/// Nothing that was ordered is lost by closing the window without a word.
class TestQuitting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingWhenAllIsDone()
    {
        const Saving saving;
        QVERIFY(saving.window->close());
        QVERIFY(!saving.window->isVisible());
    }

    void asksWhileAPhotoIsSaved_data()
    {
        QTest::addColumn<bool>("byQuit");
        QTest::addRow("window closed") << false;
        QTest::addRow("Quit") << true;
    }
    void asksWhileAPhotoIsSaved()
    {
        QFETCH(bool, byQuit);
        Saving saving;
        saving.start();
        if (byQuit)
            saving.window->actions()[Command::Quit]->trigger();
        else
            QVERIFY(!saving.window->close());
        QVERIFY(saving.guard()->question());
        QVERIFY(saving.guard()->question()->informativeText().contains("harbour_colour.png"));
        QTest::mouseClick(saving.guard()->stayButton(), Qt::LeftButton);
        QVERIFY(!saving.guard()->question());
        QTRY_VERIFY_WITH_TIMEOUT(saving.messages()->sentence().contains("Saved"), patience);
        QVERIFY(saving.isSaved());
        QVERIFY(saving.window->isVisible());
    }

    void finishesThenCloses()
    {
        Saving saving;
        saving.start();
        QVERIFY(!saving.window->close());
        QTest::mouseClick(saving.guard()->finishButton(), Qt::LeftButton);
        QVERIFY(saving.window->isVisible()); // it says what it waits for
        QVERIFY(saving.messages()->sentence().contains("closes"));
        QTRY_VERIFY_WITH_TIMEOUT(!saving.window->isVisible(), patience);
        QVERIFY(saving.isSaved());
    }

    void staysOpenAfterAll()
    {
        Saving saving;
        saving.start();
        QVERIFY(!saving.window->close());
        QTest::mouseClick(saving.guard()->finishButton(), Qt::LeftButton);
        QTest::mouseClick(saving.messages()->actionButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(saving.messages()->sentence().contains("Saved"), patience);
        QTest::qWait(300);
        QVERIFY(saving.window->isVisible());
    }

    void losesWhatItIsToldToLose()
    {
        Saving saving;
        saving.start();
        QVERIFY(!saving.window->close());
        QTest::mouseClick(saving.guard()->atOnceButton(), Qt::LeftButton);
        QVERIFY(!saving.window->isVisible());
        saving.window.reset();
        QCOMPARE(saving.files(), QStringList("harbour.png")); // nothing half-written either
    }

    void closesWhenItIsDoneBeforeTheAnswer()
    {
        Saving saving;
        saving.start();
        QVERIFY(!saving.window->close());
        QTRY_VERIFY_WITH_TIMEOUT(!saving.window->isVisible(), patience);
        QVERIFY(saving.isSaved());
    }

    void showsAFailureInsteadOfClosing()
    {
        Saving saving;
        QDir(saving.fixture.folder()).mkpath("photos/results");
        saving.window->actions()[Command::Export]->trigger();
        ExportDialog* dialog = saving.window->exportDialog();
        dialog->target()->setText(saving.fixture.folder() + "/photos/results/a.png");
        QVERIFY(QDir(saving.fixture.folder() + "/photos").rmdir("results"));
        dialog->exportButton()->click();
        QVERIFY(!saving.window->close());
        QTest::mouseClick(saving.guard()->finishButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(saving.messages()->actionButton()->text() == "Try again",
                                 patience);
        QTest::qWait(300);
        QVERIFY(saving.window->isVisible());
        QVERIFY(!saving.guard()->isWaiting());
    }

    void savesAPhotoThatIsClosed()
    {
        Saving saving;
        saving.start();
        saving.window->actions()[Command::ClosePhoto]->trigger();
        QVERIFY(saving.window->session()->documents().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(saving.messages()->sentence().contains("harbour_colour.png"),
                                 patience);
        QVERIFY(saving.isSaved());
    }

    void saysThatSavingWasStopped()
    {
        Saving saving;
        saving.start();
        saving.window->actions()[Command::Cancel]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(saving.messages()->sentence().contains("harbour_colour.png"),
                                 patience);
        QVERIFY(saving.messages()->sentence().contains("stopped"));
        QCOMPARE(saving.files(), QStringList("harbour.png"));
        QTest::mouseClick(saving.messages()->actionButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(saving.isSaved(), patience);
    }

    void savesBeforeTheSessionEnds_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addRow("SIGTERM") << SIGTERM;
        QTest::addRow("SIGINT") << SIGINT;
        QTest::addRow("SIGHUP") << SIGHUP;
    }
    void savesBeforeTheSessionEnds()
    {
        QFETCH(int, signal);
        Saving saving;
        const EndSignals signals;
        connect(&signals, &EndSignals::arrived, saving.window.get(), &MainWindow::endSession);
        saving.start();
        QCOMPARE(::raise(signal), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!saving.window->isVisible(), patience);
        QVERIFY(!saving.guard()->question());
        QVERIFY(saving.isSaved());
        QVERIFY(settingValue(setting::losses).isEmpty());
    }

    // Whoever ends it twice is in a hurry; what is lost is told the next time.
    void tellsNextTimeWhatTheSessionLost()
    {
        Saving saving;
        const EndSignals signals;
        connect(&signals, &EndSignals::arrived, saving.window.get(), &MainWindow::endSession);
        saving.start();
        QCOMPARE(::raise(SIGTERM), 0);
        QCOMPARE(::raise(SIGTERM), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!saving.window->isVisible(), patience);
        saving.window.reset();
        QCOMPARE(saving.files(), QStringList("harbour.png"));
        MainWindow next;
        QVERIFY(next.stage()->messages()->sentence().contains("harbour_colour.png"));
        const MainWindow third;
        QCOMPARE(third.stage()->messages()->count(), 0);
    }

    void makesTheSessionManagerWait()
    {
        Saving saving;
        saving.start();
        QVERIFY(saving.guard()->commitSession(false));
        QVERIFY(saving.isSaved());
        QVERIFY(saving.window->isVisible()); // the session may go on after all
    }

    void mayKeepTheSessionFromEnding()
    {
        Saving saving;
        saving.start();
        QTimer::singleShot(0, saving.window.get(), [&] {
            QTest::mouseClick(saving.guard()->stayButton(), Qt::LeftButton);
        });
        QVERIFY(!saving.guard()->commitSession(true));
        QVERIFY(saving.window->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(saving.isSaved(), patience);
    }

    // The journal is opened in the background: what is added before is added all the same.
    void keepsWhatWasAddedToAQueueThatIsNotOpenYet()
    {
        const WindowFixture fixture;
        const QString photo = fixture.makePhoto("late.png");
        {
            BatchService service;
            QueueRequest request;
            request.name = "late";
            request.jobs.push_back({photo.toStdString(), {}, 0, 0});
            request.start = true;
            service.add(request, "auto");
        }
        auto journal = Journal::open(Journal::defaultPath());
        QVERIFY(journal.has_value());
        const auto jobs = journal->jobs({});
        QVERIFY(jobs.has_value());
        QCOMPARE(jobs->size(), std::size_t(1));
        QCOMPARE(jobs->front().state, JobState::Waiting);
    }
};

QTEST_MAIN(TestQuitting)
#include "test_quitting.moc"
