#include "core/learn/run/training_status.h"

#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_run.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

/// The files through which a window and a trainer know of each other.
class TestTrainingStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        TrainingStatus status;
        status.phase = TrainingPhase::Failed;
        status.name = "grandmother’s album";
        status.step = 12;
        status.totalSteps = 100;
        status.fraction = 0.12;
        status.loss = std::nan(""); // JSON has no such number
        status.learningRate = 1e-3;
        status.imagesPerSecond = 7.5;
        status.checkpointStep = 10;
        status.gpuMemory = std::uint64_t(3) << 32;
        status.skipped = {1, 2, 3, 4};
        status.error = Error{ErrorCode::DiskFull, "The disk is full.", "\xFF no UTF-8"};
        status.process = 4711;
        QVERIFY(writeTrainingStatus(path, status));
        const auto read = readTrainingStatus(path);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->phase, TrainingPhase::Failed);
        QCOMPARE(read->name, status.name);
        QCOMPARE(read->step, status.step);
        QCOMPARE(read->fraction, 0.12);
        QCOMPARE(read->loss, 0.0);
        QCOMPARE(read->imagesPerSecond, 7.5);
        QCOMPARE(read->checkpointStep, std::int64_t(10));
        QCOMPARE(*read->gpuMemory, *status.gpuMemory);
        QVERIFY(!read->gpuMemorySize);
        QCOMPARE(read->skipped.total(), std::int64_t(10));
        QCOMPARE(read->error->code, ErrorCode::DiskFull);
        QCOMPARE(inWords(read->error->message), inWords(status.error->message));
        QCOMPARE(read->process, 4711);
    }

    void refusesWhatIsNoStatus_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("torn") << QByteArray(R"({"state":"training","step":)");
        QTest::newRow("no state") << QByteArray(R"({"step":1})");
        QTest::newRow("another state") << QByteArray(R"({"state":"dreaming","step":1})");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("another kind") << QByteArray(R"({"state":"done","step":"many"})");
        QTest::newRow("error is no object")
            << QByteArray(R"({"state":"failed","step":1,"error":"bad"})");
        QTest::newRow("rubbish") << QByteArray(3000, '\xC3');
    }

    void refusesWhatIsNoStatus()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        std::ofstream(folder.filePath("status.json").toStdString())
            .write(content.data(), content.size());
        const auto read = readTrainingStatus(folder.path().toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
    }

    void saysWhereNothingWasBegun()
    {
        const QTemporaryDir folder;
        const auto read = readTrainingStatus(folder.path().toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        QVERIFY(!isTraining(folder.path().toStdString()));
        QVERIFY(QDir(folder.path()).isEmpty()); // a look leaves nothing
    }

    void oneTrainingPerFolder()
    {
        const QTemporaryDir folder;
        const fs::path path = (folder.path() + "/new/run").toStdString();
        {
            const auto lock = lockRunFolder(path);
            QVERIFY(lock);
            QVERIFY(isTraining(path));
            const auto second = lockRunFolder(path);
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::TargetExists);
            QVERIFY(inWords(second.error().message).find(path.string()) != std::string::npos);
            QVERIFY(requestStop(path));
            QVERIFY(fs::exists(RunFolder(path).stop()));
        }
        QVERIFY(!isTraining(path));
        QCOMPARE(requestStop(path).error().code, ErrorCode::NotFound);
        QVERIFY(!lockRunFolder("/proc/nothing"));
    }

    void tellsAKilledTraining()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = lockRunFolder(path);
            TrainingStatus status;
            status.phase = TrainingPhase::Training;
            status.step = 5;
            (void)writeTrainingStatus(path, status);
            (void)!::write(ready[1], lock ? "1" : "0", 1);
            ::pause();
            ::_exit(0);
        }
        char taken = 0;
        QCOMPARE(::read(ready[0], &taken, 1), 1);
        QCOMPARE(taken, '1');
        QCOMPARE(readTrainingStatus(path)->phase, TrainingPhase::Training);
        QVERIFY(child > 0);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto status = readTrainingStatus(path);
        QCOMPARE(status->phase, TrainingPhase::Interrupted);
        QCOMPARE(status->step, std::int64_t(5));
        QVERIFY(status->error && !inWords(status->error->message).empty());
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void statusesAreWholeWhileTheyAreReplaced()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        QVERIFY(writeTrainingStatus(path, {}));
        const pid_t child = ::fork();
        if (child == 0) {
            TrainingStatus status;
            status.phase = TrainingPhase::Done;
            for (int i = 0; i < 2000; ++i) {
                status.step = i;
                (void)writeTrainingStatus(path, status);
            }
            ::_exit(0);
        }
        int reads = 0;
        while (::waitpid(child, nullptr, WNOHANG) == 0) {
            QVERIFY(readTrainingStatus(path).has_value());
            ++reads;
        }
        QVERIFY(reads > 10);
        QCOMPARE(readTrainingStatus(path)->step, std::int64_t(1999));
        QVERIFY(!fs::exists(path / "status.json.new"));
    }

    void remembersWhatWasAskedFor()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.path().toStdString();
        QCOMPARE(readTrainingRun(path).error().code, ErrorCode::NotFound);
        TrainingRun run;
        run.settings = TrainingSettings::fineTune();
        run.settings.seed = 99;
        run.data = {"/photos/Straße", fs::path("/photos/\xE4lt")}; // the second is no UTF-8
        run.start = "/models/one.safetensors";
        run.startName = "one";
        run.name = "child";
        run.notes = {{"licence", "mine"}};
        run.validationMinutes = 0.5;
        QVERIFY(writeTrainingRun(path, run));
        const auto read = readTrainingRun(path);
        QVERIFY(read);
        QCOMPARE(read->settings.toJson(), run.settings.toJson());
        QVERIFY(read->data == run.data);
        QVERIFY(read->validation.empty() && read->encoder.empty());
        QCOMPARE(read->start, run.start);
        QCOMPARE(read->startName, run.startName);
        QCOMPARE(read->notes.at("licence"), std::string("mine"));
        QCOMPARE(read->validationMinutes, 0.5);
        QVERIFY(replaceSmallFile(RunFolder(path).run(), "{}"));
        QCOMPARE(readTrainingRun(path).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestTrainingStatus)
#include "test_training_status.moc"
