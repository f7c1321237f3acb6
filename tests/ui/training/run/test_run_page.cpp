#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_process.h"
#include "tests/support/heartbeat.h"
#include "tests/support/make_model.h"
#include "tests/ui/training/run/run_fixture.h"
#include "ui/training/curves/loss_chart.h"
#include "ui/training/run/awake_box.h"
#include "ui/training/run/run_figures.h"
#include "ui/training/run/run_notice.h"
#include "ui/training/run/run_page.h"
#include "ui/training/run/sample_canvas.h"
#include "ui/training/run/sample_viewer.h"
#include "ui/training/run/sleep_inhibitor.h"
#include "ui/widgets/quiet_style.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>
#include <unistd.h>

using namespace autochrome;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int patience = 240000;
#else
constexpr int patience = 90000; // ms, for a trainer on a busy machine
#endif
constexpr int endless = 1000000; // steps

} // namespace

/// A training as the window shows it; most of these start the real trainer.
class TestRunPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunFixture> fixture_;

    static std::unique_ptr<RunPage> newPage()
    {
        // No bus: what runs the tests is not kept awake.
        auto page = std::make_unique<RunPage>(
            new SleepInhibitor(QDBusConnection("nobody"), QDBusConnection("nobody"), nullptr));
        page->resize(420, 900);
        page->show();
        return page;
    }
    static TrainingPhase phaseOf(const RunPage& page) { return page.state().status.phase; }
    static bool learns(const RunPage& page)
    {
        return page.state().isRunning() && page.state().status.step > 0 &&
               !page.chart()->rows().empty();
    }
    void write(const QString& folder, const TrainingStatus& status) const
    {
        QDir().mkpath(folder);
        QVERIFY(writeTrainingStatus(folder.toStdString(), status));
    }
    static TrainingStatus failed(ErrorCode code, const std::string& sentence)
    {
        TrainingStatus status;
        status.phase = TrainingPhase::Failed;
        status.name = "archive";
        status.step = 12;
        status.batchSize = 32;
        status.error = Error{code, sentence, "what the library said"};
        return status;
    }

private Q_SLOTS:
    void initTestCase() { installStyle(); }
    void init() { fixture_ = std::make_unique<RunFixture>(); }
    void cleanup() { fixture_.reset(); }

    // "Pause" is disabled once it is pressed; the key that pressed it must not end the training.
    void aKeyTooManyEndsNothing()
    {
        const QString folder = fixture_->path("pressed");
        TrainingStatus status;
        status.phase = TrainingPhase::Training;
        status.process = int(::getpid());
        write(folder, status);
        const auto lock = lockRunFolder(folder.toStdString());
        QVERIFY(lock);
        const auto page = newPage();
        page->setFolder(folder);
        QTRY_VERIFY_WITH_TIMEOUT(page->pauseButton()->isVisible(), patience);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->pauseButton()->setFocus();
        QTest::keyClick(page->pauseButton(), Qt::Key_Space);
        QVERIFY(!page->pauseButton()->isEnabled());
        QVERIFY(page->phase()->text().contains("Pausing"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY2(page->phase()->text().contains("Pausing"), qPrintable(page->phase()->text()));
    }

    void isEmptyBeforeAnything()
    {
        const auto page = newPage();
        QVERIFY(page->folder().isEmpty());
        QVERIFY(!page->isRunning());
        QVERIFY(!page->phase()->text().isEmpty());
        page->setFolder(fixture_->path("nothing"));
        QTRY_COMPARE(page->phase()->text(), "Nothing has been trained here yet.");
        for (const QPushButton* button :
             {page->pauseButton(), page->goOnButton(), page->keepButton()})
            QVERIFY(!button->isVisible());
        QVERIFY(!page->chart()->isVisible());
        QVERIFY(!page->notice()->isVisible());
        QVERIFY(!QFileInfo::exists(fixture_->path("nothing"))); // looking makes nothing
    }

    void startsPausesIsKilledGoesOnAndEnds()
    {
        const QString folder = fixture_->path("run");
        auto page = newPage();
        const QSignalSpy running(page.get(), &RunPage::runningChanged);
        const QSignalSpy problems(page.get(), &RunPage::problem);
        page->start(fixture_->arguments(folder, endless), folder);
        QVERIFY(page->isRunning());
        QCOMPARE(running.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(learns(*page), patience);
        Heartbeat heart;
        // The curves move.
        const std::size_t rows = page->chart()->rows().size();
        QTRY_VERIFY_WITH_TIMEOUT(page->chart()->rows().size() > rows + 3, patience);
        QCOMPARE(page->name()->text(), "archive");
        QTRY_VERIFY_WITH_TIMEOUT(!page->figures()->text(RunFigures::Loss).isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(page->samples()->step().has_value(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!page->figures()->text(RunFigures::Gain).isEmpty(), patience);
        QTRY_VERIFY(!page->samples()->canvas()->panels().value(1).picture.isNull());
        qInfo() << "longest pause of the event loop while it learns:" << heart.longest << "ms";

        // Pause.
        QVERIFY(page->pauseButton()->isVisible());
        QTest::mouseClick(page->pauseButton(), Qt::LeftButton);
        QVERIFY(page->phase()->text().startsWith("Pausing"));
        QVERIFY(!page->pauseButton()->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(phaseOf(*page), TrainingPhase::Stopped, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
        const std::int64_t paused = page->state().status.step;
        QVERIFY(page->phase()->text().startsWith("Paused at step"));
        QVERIFY(page->goOnButton()->isVisible() && page->goOnButton()->isEnabled());
        QVERIFY2(page->keepButton()->isEnabled(), "a paused training leaves a model");
        QCOMPARE(running.size(), 2);

        // Go on, from a window that was closed in between.
        page = newPage();
        const QSignalSpy ended(page.get(), &RunPage::ended);
        const QSignalSpy laterProblems(page.get(), &RunPage::problem);
        page->setFolder(folder);
        QTRY_VERIFY(page->goOnButton()->isVisible());
        QCOMPARE(page->state().status.step, paused);
        QTRY_VERIFY(!page->chart()->rows().empty());
        QTest::mouseClick(page->goOnButton(), Qt::LeftButton);
        QVERIFY(page->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(page->state().isRunning() && page->state().status.step > paused,
                                 patience);

        // Killed without a word.
        const int process = page->state().status.process;
        QVERIFY(isAlive(process));
        QVERIFY(RunFixture::killTrainer(process));
        QTRY_COMPARE_WITH_TIMEOUT(phaseOf(*page), TrainingPhase::Interrupted, patience);
        QVERIFY(!page->isRunning());
        QVERIFY(page->notice()->isVisible());
        QVERIFY(page->notice()->remedy()->text().contains("Go on"));
        QVERIFY(page->goOnButton()->isVisible() && page->goOnButton()->isEnabled());
        QCOMPARE(ended.size(), 0);

        // Go on once more; the steps after the checkpoint are made again.
        const std::int64_t killed = page->state().status.checkpointStep;
        QTest::keyClick(page->goOnButton(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(learns(*page) && page->state().status.step > killed, patience);
        QVERIFY(!page->notice()->isVisible());
        const std::vector<LossRow>& all = page->chart()->rows();
        for (std::size_t i = 1; i < all.size(); ++i)
            QCOMPARE(all[i].step, all[i - 1].step + 1);

        // The person is done.
        QTest::mouseClick(page->keepButton(), Qt::LeftButton);
        QVERIFY(page->phase()->text().startsWith("Stopping"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended[0][0].toString(), page->folder());
        QVERIFY(QFileInfo::exists(folder + "/archive.safetensors"));
        QCOMPARE(problems.size() + laterProblems.size(), 0);
    }

    void endsByItself()
    {
        const QString folder = fixture_->path("run");
        const auto page = newPage();
        const QSignalSpy ended(page.get(), &RunPage::ended);
        page->start(fixture_->arguments(folder, 4), folder);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(phaseOf(*page), TrainingPhase::Done);
        QCOMPARE(page->bar()->value(), page->bar()->maximum());
        QTRY_COMPARE(page->chart()->rows().size(), std::size_t(4));
        QVERIFY(!page->goOnButton()->isVisible());
        QVERIFY(page->keepButton()->text().contains("Compare"));
        QTest::mouseClick(page->keepButton(), Qt::LeftButton);
        QCOMPARE(ended.size(), 2);

        // Found ended: nothing happens that nobody asked for.
        const auto later = newPage();
        const QSignalSpy notYet(later.get(), &RunPage::ended);
        later->setFolder(folder);
        QTRY_COMPARE(phaseOf(*later), TrainingPhase::Done);
        QTRY_VERIFY(later->keepButton()->isVisible());
        QCOMPARE(notYet.size(), 0);
    }

    void twoAtOnceAreIndependent()
    {
        const QString one = fixture_->path("one");
        const QString two = fixture_->path("two");
        const auto first = newPage();
        const auto second = newPage();
        first->start(fixture_->arguments(one, endless), one);
        second->start(fixture_->arguments(two, endless), two);
        QTRY_VERIFY_WITH_TIMEOUT(learns(*first) && learns(*second), patience);
        QVERIFY(first->state().status.process != second->state().status.process);

        // A second trainer in one folder is refused, and the first does not mind.
        const QSignalSpy problems(second.get(), &RunPage::problem);
        const QSignalSpy ended(second.get(), &RunPage::ended);
        second->start(fixture_->arguments(one, endless), one);
        QTRY_COMPARE_WITH_TIMEOUT(problems.size(), 1, patience);
        QVERIFY(problems[0][0].toString().contains(one));
        QTRY_VERIFY(learns(*second)); // it shows what runs there
        QCOMPARE(second->state().status.process, first->state().status.process);
        QCOMPARE(ended.size(), 0);
        QTRY_VERIFY(isTraining(two.toStdString())); // unseen, but undisturbed
        QVERIFY(requestStop(two.toStdString()));
        QTest::mouseClick(first->pauseButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(phaseOf(*first), TrainingPhase::Stopped, patience);
        QTRY_COMPARE_WITH_TIMEOUT(phaseOf(*second), TrainingPhase::Stopped, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!isTraining(two.toStdString()), patience);
        QCOMPARE(ended.size(), 0);
    }

    void saysThatTheFolderWasRemoved()
    {
        const QString folder = fixture_->path("run");
        const auto page = newPage();
        page->start(fixture_->arguments(folder, endless), folder);
        QTRY_VERIFY_WITH_TIMEOUT(learns(*page), patience);
        const int process = page->state().status.process;
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_COMPARE_WITH_TIMEOUT(page->state().presence, RunState::Presence::Gone, patience);
        QVERIFY(page->phase()->text().contains("was removed"));
        QVERIFY(!page->isRunning());
        QVERIFY(!page->pauseButton()->isVisible() && !page->goOnButton()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), patience); // the trainer noticed too
    }

    void tellsOfATrainerThatCannotStart()
    {
        const QString folder = fixture_->path("run");
        const auto page = newPage();
        const QSignalSpy problems(page.get(), &RunPage::problem);
        qputenv("AUTOCHROME_CLI", "/no/such/program");
        page->start(fixture_->arguments(folder, 4), folder);
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY(problems[0][0].toString().contains("/no/such/program"));
        QVERIFY(!page->isRunning());

        qputenv("AUTOCHROME_CLI", "/bin/false");
        page->start(fixture_->arguments(folder, 4), folder);
        QVERIFY(page->isRunning());
        QTRY_COMPARE(problems.size(), 2);
        QVERIFY(problems[1][1].toString().contains("train.log"));
        QVERIFY(!page->isRunning());
    }

    void goesOnWithLowerRatesAfterNumbersThatAreNone()
    {
        const QString folder = fixture_->path("run");
        const auto page = newPage();
        std::vector<std::string> arguments = fixture_->arguments(folder, endless);
        const auto network = std::ranges::find(arguments, "--network");
        *std::next(network) = "efficientnet_b0-unet"; // the kind of the test's model
        arguments.emplace_back("--from");
        arguments.push_back(
            makeTestModel(fixture_->path("").toStdString(), TestModel::NotFinite).string());
        page->start(arguments, folder);
        QTRY_COMPARE_WITH_TIMEOUT(phaseOf(*page), TrainingPhase::Failed, patience);
        QTRY_VERIFY(page->notice()->isVisible());
        QVERIFY2(page->notice()->sentence()->text().contains("batch of photos"),
                 qPrintable(page->notice()->sentence()->text()));
        QVERIFY(page->notice()->remedy()->text().contains("half the learning rate"));
        QTRY_VERIFY(page->notice()->action()->isVisible());
        const int process = page->state().status.process;
        QVERIFY(page->state().run);
        const double rate = page->state().run->settings.decoderRate;
        QTest::mouseClick(page->notice()->action(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            page->state().run && page->state().run->settings.decoderRate < 0.6 * rate, patience);
        QTRY_VERIFY_WITH_TIMEOUT(page->state().status.process != process, patience);
    }

    void offersASmallerBatch()
    {
        const QString folder = fixture_->path("run");
        write(folder, failed(ErrorCode::OutOfMemory,
                             "There is not enough memory to train on 32 photos at a time; try "
                             "16."));
        const auto page = newPage();
        const QSignalSpy wanted(page.get(), &RunPage::smallerBatchWanted);
        page->setFolder(folder);
        QTRY_VERIFY(page->notice()->isVisible());
        QVERIFY(page->notice()->sentence()->text().contains("not enough memory"));
        QVERIFY(page->notice()->remedy()->text().contains("no checkpoint"));
        QTest::mouseClick(page->notice()->action(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toInt(), 16);
        QVERIFY(!page->notice()->detail()->isVisible());
        QTest::mouseClick(page->notice()->detailButton(), Qt::LeftButton);
        QVERIFY(page->notice()->detail()->isVisible());
        QCOMPARE(page->notice()->detail()->text(), "what the library said");
        QVERIFY(!page->keepButton()->isEnabled()); // there is no model
    }

    void saysThatTheDiskIsFull()
    {
        const QString folder = fixture_->path("run");
        write(folder, failed(ErrorCode::DiskFull,
                             "The disk is full. The last good checkpoint in “x” is kept: make "
                             "room and go on from it."));
        QFile checkpoint(folder + "/checkpoint.safetensors");
        QVERIFY(checkpoint.open(QIODevice::WriteOnly));
        const auto page = newPage();
        page->setFolder(folder);
        QTRY_VERIFY(page->notice()->isVisible());
        QVERIFY(page->notice()->remedy()->text().contains("Make room"));
        QVERIFY(page->notice()->remedy()->text().contains("is kept"));
        QVERIFY(!page->notice()->action()->isVisible());
        QVERIFY(page->goOnButton()->isVisible());
    }

    void keepsTheComputerAwakeIfWanted()
    {
        const QString folder = fixture_->path("run");
        const auto lock = lockRunFolder(folder.toStdString());
        TrainingStatus status;
        status.phase = TrainingPhase::Training;
        write(folder, status);
        const auto page = newPage();
        QCOMPARE(page->awake()->inhibitor()->state(), SleepInhibitor::State::Off);
        page->setFolder(folder);
        QTRY_VERIFY(page->isRunning());
        QVERIFY(page->awake()->box()->isChecked());
        // It was asked for, and says that it could not be done: this test has no bus.
        QCOMPARE(page->awake()->inhibitor()->state(), SleepInhibitor::State::Refused);
        QVERIFY(page->awake()->word()->isVisible());
        page->awake()->box()->click();
        QCOMPARE(page->awake()->inhibitor()->state(), SleepInhibitor::State::Off);
        QVERIFY(!page->awake()->word()->isVisible());
        const auto another = newPage();
        QVERIFY(!another->awake()->box()->isChecked()); // it is remembered
        page->awake()->box()->click();
        status.phase = TrainingPhase::Done;
        status.time = 5;
        write(folder, status);
        QTRY_COMPARE(page->awake()->inhibitor()->state(), SleepInhibitor::State::Off);
    }

    void staysSmoothWithALongRun()
    {
        const QString folder = fixture_->path("run");
        const auto lock = lockRunFolder(folder.toStdString());
        TrainingStatus status;
        status.phase = TrainingPhase::Training;
        status.step = 100000;
        write(folder, status);
        QFile table(folder + "/losses.csv");
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(QByteArray(lossTableHeader.data()) + '\n');
        LossRow row;
        row.loss = 3;
        for (row.step = 1; row.step <= 100000; ++row.step) {
            row.samples = 32 * row.step;
            table.write(QByteArray::fromStdString(lossTableLine(row)) + '\n');
        }
        table.flush();

        const auto page = newPage();
        QTRY_VERIFY(page->isVisible());
        Heartbeat heart;
        page->setFolder(folder);
        QTRY_COMPARE_WITH_TIMEOUT(page->chart()->rows().size(), std::size_t(100000), patience);
        QTest::qWait(600);
        qInfo() << "longest pause of the event loop:" << heart.longest << "ms";
    }

    void fitsANarrowDock()
    {
        const auto page = newPage();
        const QString folder = fixture_->path("run");
        write(folder, failed(ErrorCode::OutOfMemory, "There is not enough memory."));
        for (int photo = 0; photo < 6; ++photo) {
            QDir().mkpath(folder + "/samples/truth");
            QDir().mkpath(folder + "/samples/7");
            QFile file(folder + QStringLiteral("/samples/truth/%1.jpg").arg(photo));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        page->setFolder(folder);
        QTRY_VERIFY(page->samples()->photoButton(5));
        QTRY_VERIFY(page->chart()->isVisible() && page->notice()->isVisible());
        // 380, less a scroll bar.
        QVERIFY2(page->minimumSizeHint().width() <= 366,
                 qPrintable(QString::number(page->minimumSizeHint().width())));
    }
};

QTEST_MAIN(TestRunPage)
#include "test_run_page.moc"
