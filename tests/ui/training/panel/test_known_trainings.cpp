#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_run.h"
#include "ui/training/panel/known_trainings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <unistd.h>

using namespace autochrome;

/// Which trainings are found again.
class TestKnownTrainings : public QObject
{
    Q_OBJECT

    static void begin(const std::filesystem::path& folder, const std::string& name, double begun)
    {
        TrainingRun run;
        run.name = name;
        run.begun = begun;
        std::filesystem::create_directories(folder);
        QVERIFY(writeTrainingRun(folder, run));
    }

    static void tell(const std::filesystem::path& folder, TrainingPhase phase, int process)
    {
        TrainingStatus status;
        status.phase = phase;
        status.process = process;
        QVERIFY(writeTrainingStatus(folder, status));
    }

private Q_SLOTS:
    void findsThemLatestFirst()
    {
        const QTemporaryDir temporary;
        const std::filesystem::path root = temporary.path().toStdString();
        begin(root / "album", "album", 100);
        tell(root / "album", TrainingPhase::Done, 1);
        begin(root / "now", "harbour", 300);
        tell(root / "now", TrainingPhase::Training, int(::getpid()));
        const auto lock = lockRunFolder(root / "now");
        QVERIFY(lock);
        begin(root / "gone", "gone", 200);
        tell(root / "gone", TrainingPhase::Training, 0x7ffffff0);
        begin(root / "never", "never", 50);
        std::filesystem::create_directories(root / "something else");
        const auto found = knownTrainings(root);
        QStringList names;
        for (const KnownTraining& training : found)
            names << training.name;
        QCOMPARE(names, (QStringList{"harbour", "gone", "album", "never"}));
        QVERIFY(found[0].isRunning());
        QCOMPARE(found[0].folder, temporary.filePath("now"));
        QVERIFY(!found[1].isRunning()); // its process is
        QCOMPARE(found[1].phase, TrainingPhase::Interrupted);
        QCOMPARE(found[2].phase, TrainingPhase::Done);
        QCOMPARE(found[3].phase, TrainingPhase::Interrupted);
        QVERIFY(knownTrainings(root / "nothing").empty());
    }

    void neverTakesAFolderThatIsThere()
    {
        const QTemporaryDir temporary;
        const std::filesystem::path root = temporary.path().toStdString();
        QCOMPARE(freeRunFolder(root, "album").string(), (root / "album").string());
        std::filesystem::create_directories(root / "album");
        QCOMPARE(freeRunFolder(root, "album").string(), (root / "album-2").string());
        std::filesystem::create_directories(root / "album-2");
        QCOMPARE(freeRunFolder(root, "album").string(), (root / "album-3").string());
        QCOMPARE(freeRunFolder(root, "").string(), (root / "model").string());
    }
};

QTEST_GUILESS_MAIN(TestKnownTrainings)
#include "test_known_trainings.moc"
