#include "core/learn/run/training_process.h"
#include "core/models/default_model.h"
#include "tests/support/heartbeat.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/settings/settings.h"
#include "ui/training/compare/adoption_box.h"
#include "ui/training/compare/compare_page.h"
#include "ui/training/curves/loss_chart.h"
#include "ui/training/data/data_page.h"
#include "ui/training/data/training_draft.h"
#include "ui/training/data/training_lists.h"
#include "ui/training/models/models_page.h"
#include "ui/training/panel/known_trainings.h"
#include "ui/training/panel/training_chooser.h"
#include "ui/training/panel/training_panel.h"
#include "ui/training/run/run_page.h"
#include "ui/training/run/run_state.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/quit_guard.h"
#include "ui/window/training_dock.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>
#include <csignal>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int patience = 400000; // ms
#else
constexpr int patience = 120000;
#endif

/// Ends a trainer as a power cut would; only a process that is one.
bool killTrainer(int process)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    return process > 1 && name.open(QIODevice::ReadOnly) &&
           name.readAll().trimmed() == "autochrome-cli" && ::kill(process, SIGKILL) == 0;
}

/// Photos that differ in colours and shapes.
QString writePhotos(const QString& folder, int count)
{
    QDir().mkpath(folder);
    cv::RNG random(11);
    for (int i = 0; i < count; ++i) {
        cv::Mat coarse(4, 5, CV_8UC3);
        random.fill(coarse, cv::RNG::UNIFORM, 20, 235);
        cv::Mat photo;
        cv::resize(coarse, photo, {160, 128}, 0, 0, cv::INTER_CUBIC);
        cv::imwrite(QString("%1/photo%2.png").arg(folder).arg(i).toStdString(), photo);
    }
    return folder;
}

} // namespace

/// Everything that a person does with training, from the window alone, with the real trainer.
class TestTrainingPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> fixture_;
    std::unique_ptr<MainWindow> window_;

    QAction* action() const { return window_->actions()[Command::Training]; }
    TrainingPanel* panel() const { return window_->training()->panel(); }
    QComboBox* chooser() const { return panel()->findChild<QComboBox*>("trainings"); }
    QToolButton* deleteButton() const { return panel()->findChild<QToolButton*>("deleteTraining"); }
    RunPage* run() const { return panel()->run(); }
    TrainingPhase phase() const { return run()->state().status.phase; }
    bool learns() const
    {
        return run()->state().isRunning() && run()->state().status.step > 0 &&
               !run()->chart()->rows().empty();
    }
    void openWindow()
    {
        window_ = std::make_unique<MainWindow>();
        window_->resize(1400, 900);
        window_->show();
        QTRY_VERIFY_WITH_TIMEOUT(window_->colorizerService()->colorizer(), patience);
    }
    std::string usedModel() const
    {
        const auto model = defaultModel();
        return model ? model->name : std::string();
    }

    static TrainingSettings quickSettings()
    {
        TrainingSettings settings = TrainingSettings::fineTune();
        settings.steps = 1000000;
        settings.batchSize = settings.lateBatchSize = 2;
        settings.cropSize = settings.lateCropSize = 32;
        settings.validationShortSide = 64;
        settings.validationPhotos = 2;
        settings.validationEpochs = 0;
        settings.keepBest = false;
        settings.patience = 0;
        return settings;
    }

private Q_SLOTS:
    void init()
    {
        fixture_ = std::make_unique<WindowFixture>();
        qputenv("AUTOCHROME_CLI", AUTOCHROME_CLI);
        setSetting(setting::device, QStringLiteral("cpu"));
        openWindow();
    }

    void cleanup()
    {
        for (const KnownTraining& training : knownTrainings(trainingRoot())) {
            const auto status = readTrainingStatus(training.folder.toStdString());
            if (status && status->isRunning() && killTrainer(status->process))
                QTRY_VERIFY(!isAlive(status->process));
        }
        window_.reset();
        fixture_.reset();
    }

    // The values that the pages share go last.
    void keepsTheSetUpThatItEndsWith()
    {
        TrainingSettings settings = quickSettings();
        settings.lambda = 0.37;
        {
            TrainingPanel panel;
            panel.draft()->setSettings(settings);
            panel.setUp()->setModelName("harbour");
        }
        const TrainingPanel again;
        QCOMPARE(again.draft()->settings().toJson(), settings.toJson());
        QCOMPARE(again.setUp()->modelName(), QString("harbour"));
    }

    void isHiddenUntilAskedFor()
    {
        QVERIFY(!panel());
        QVERIFY(!action()->isChecked());
        // The warning says what it costs; whoever declines has nothing.
        action()->trigger();
        QTRY_VERIFY(window_->training()->warning());
        QVERIFY(window_->training()->warning()->informativeText().contains("hour"));
        QTest::mouseClick(window_->training()->warning()->escapeButton(), Qt::LeftButton);
        QTRY_VERIFY(!window_->training()->warning());
        QVERIFY(!panel());
        QVERIFY(!action()->isChecked());

        action()->trigger();
        QTRY_VERIFY(window_->training()->warning());
        for (QAbstractButton* button : window_->training()->warning()->buttons()) {
            if (window_->training()->warning()->buttonRole(button) == QMessageBox::AcceptRole) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        QTRY_VERIFY(panel() && panel()->isVisible());
        QVERIFY(action()->isChecked());
        // Once is enough.
        action()->trigger();
        QVERIFY(!panel()->isVisible());
        action()->trigger();
        QVERIFY(!window_->training()->warning());
        QVERIFY(panel()->isVisible());
        // Found again by the next window.
        window_->close();
        openWindow();
        QVERIFY(panel() && panel()->isVisible());
    }

    // One that was begun on the command line, in a folder of its own.
    void namesATrainingFromElsewhere()
    {
        window_->showTraining();
        QVERIFY(panel());
        const QString before = chooser()->currentText();
        panel()->openTraining(fixture_->folder() + "/elsewhere");
        QCOMPARE(chooser()->currentText(), QString("elsewhere"));
        panel()->openTraining({});
        QCOMPARE(chooser()->currentText(), before);
        QCOMPARE(chooser()->count(), 1);
    }

    void teachesAnArchive()
    {
        const QString photos = writePhotos(fixture_->folder() + "/archive", 24);
        window_->showTraining();
        const QSignalSpy problems(panel(), &TrainingPanel::problem);

        // Choose a folder and look through it.
        panel()->data()->setSources(data_kind::archive, {photos});
        QTest::mouseClick(panel()->data()->lookButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->data()->data(), patience);

        // Set up and start.
        panel()->showPage(TrainingPanel::Page::SetUp);
        SetUpPage* setUp = panel()->setUp();
        setUp->setStartModel("test-model");
        panel()->draft()->setSettings(quickSettings());
        setUp->setModelName("harbour");
        QTRY_VERIFY2_WITH_TIMEOUT(setUp->startButton()->isEnabled(), qPrintable(setUp->obstacle()),
                                  patience);
        QTest::mouseClick(setUp->startButton(), Qt::LeftButton);
        QTRY_COMPARE(panel()->page(), TrainingPanel::Page::Run);

        // The curves move, and the window with them.
        QTRY_VERIFY_WITH_TIMEOUT(learns(), patience);
        Heartbeat heart;
        const std::size_t rows = run()->chart()->rows().size();
        QTRY_VERIFY_WITH_TIMEOUT(run()->chart()->rows().size() > rows + 3, patience);
        qInfo() << "longest pause of the event loop while it trains:" << heart.longest << "ms";
        const QString folder = run()->folder();
        QTRY_VERIFY_WITH_TIMEOUT(chooser()->currentText().contains("harbour"), patience);
        QVERIFY(!deleteButton()->isEnabled());

        // A second one would only take turns with it.
        setUp->setModelName("second");
        QTRY_VERIFY_WITH_TIMEOUT(setUp->startButton()->isEnabled(), patience);
        Q_EMIT setUp->startRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!problems.isEmpty(), patience);
        QVERIFY(problems.last()[0].toString().contains("harbour"));

        // Pause, and go on.
        QTest::mouseClick(run()->pauseButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(phase(), TrainingPhase::Stopped, patience);
        QTest::mouseClick(run()->goOnButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(learns(), patience);

        // The window goes and comes; the training does not notice.
        QVERIFY(!window_->close()); // it says that the training does
        QTest::mouseClick(window_->quitGuard()->atOnceButton(), Qt::LeftButton);
        QVERIFY(!window_->isVisible());
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(panel()->findChild<TrainingChooser*>()->isReady(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(run()->folder(), folder, patience);
        QTRY_VERIFY_WITH_TIMEOUT(learns(), patience);

        // Killed, and gone on with.
        QVERIFY(killTrainer(run()->state().status.process));
        QTRY_COMPARE_WITH_TIMEOUT(phase(), TrainingPhase::Interrupted, patience);
        QTRY_VERIFY_WITH_TIMEOUT(run()->goOnButton()->isVisible(), patience);
        QTest::mouseClick(run()->goOnButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(learns(), patience);

        // Stop and keep: the comparison opens.
        QTest::mouseClick(run()->keepButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(panel()->page(), TrainingPanel::Page::Compare, patience);
        ComparePage* compare = panel()->compare();
        QTRY_VERIFY_WITH_TIMEOUT(compare->compareButton()->isVisible(), patience);
        QTest::mouseClick(compare->compareButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(compare->comparison() && !compare->isComparing(), patience);
        QVERIFY(!compare->verdictLabel()->text().isEmpty());

        // Adopt: the window colours with it. And back.
        QCOMPARE(usedModel(), "test-model");
        QTRY_VERIFY(compare->adoption()->useButton()->isEnabled());
        QTest::mouseClick(compare->adoption()->useButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(usedModel(), "harbour", patience);
        const auto shown = [&] {
            const auto colorizer = window_->colorizerService()->colorizer();
            return colorizer ? colorizer->modelName() : std::string();
        };
        QTRY_COMPARE_WITH_TIMEOUT(shown(), "harbour", patience);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->models()->choose("harbour"), patience);
        QTRY_VERIFY(compare->adoption()->backButton()->isVisible());
        QTest::mouseClick(compare->adoption()->backButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(usedModel(), "test-model", patience);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), "test-model", patience);

        // The training's folder goes when the person says so; the library keeps the model.
        panel()->openTraining(folder);
        QTRY_VERIFY_WITH_TIMEOUT(deleteButton()->isEnabled(), patience);
        QTest::mouseClick(deleteButton(), Qt::LeftButton);
        auto* box = panel()->findChild<QMessageBox*>();
        QVERIFY(box);
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(folder), patience);
        QVERIFY(panel()->models()->choose("harbour"));
    }
};

QTEST_MAIN(TestTrainingPanel)
#include "test_training_panel.moc"
