#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_run.h"
#include "core/learn/run/training_status.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/training/panel/known_trainings.h"
#include "ui/training/panel/training_panel.h"
#include "ui/training/run/run_page.h"
#include "ui/window/main_window.h"
#include "ui/window/quit_guard.h"
#include "ui/window/training_dock.h"

#include <QMessageBox>
#include <QPushButton>
#include <QtTest>
#include <unistd.h>

using namespace autochrome;

namespace {

constexpr int patience = 30000; // ms

} // namespace

class TestQuittingWhileTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A training has a process of its own: that is said, and it is left alone.
    void tellsOfATrainingThatGoesOn()
    {
        const WindowFixture fixture;
        const std::filesystem::path folder = trainingRoot() / "faces";
        TrainingRun run;
        run.name = "faces";
        std::filesystem::create_directories(folder);
        QVERIFY(writeTrainingRun(folder, run));
        TrainingStatus status;
        status.name = "faces";
        status.phase = TrainingPhase::Training;
        status.process = int(::getpid());
        QVERIFY(writeTrainingStatus(folder, status));
        const auto lock = lockRunFolder(folder);
        QVERIFY(lock);
        MainWindow window;
        window.show();
        window.showTraining();
        QTRY_VERIFY_WITH_TIMEOUT(window.training()->panel()->run()->state().isRunning(), patience);
        QVERIFY(!window.close());
        QVERIFY(window.quitGuard()->question()->informativeText().contains("faces"));
        QVERIFY(!window.quitGuard()->finishButton()); // nothing is waited for
        QTest::mouseClick(window.quitGuard()->atOnceButton(), Qt::LeftButton);
        QVERIFY(!window.isVisible());
    }
};

QTEST_MAIN(TestQuittingWhileTraining)
#include "test_quitting_while_training.moc"
