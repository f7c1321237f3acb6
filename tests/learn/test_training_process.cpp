#include "core/learn/run/training_process.h"

#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_status.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

/// A trainer that outlives who started it. A script stands for the trainer here; tests/cli starts
/// the real one.
class TestTrainingProcess : public QObject
{
    Q_OBJECT

    static void script(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + content);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("AUTOCHROME_CLI", path.toUtf8());
    }
    static QByteArray content(const fs::path& path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void cleanup() { qunsetenv("AUTOCHROME_CLI"); }

    void startsAloofFromItsCaller()
    {
        const QTemporaryDir temporary;
        script(temporary.filePath("trainer"),
               "echo \"args: $*\"; echo \"nice $(nice)\"; cut -d' ' -f4,6 /proc/$$/stat\n"
               "readlink /proc/$$/fd/0; set -- /proc/$$/fd/*; echo $#; echo done >&2; sleep 60\n");
        const fs::path folder = temporary.filePath("run/new").toStdString();
        const int inherited = ::open("/dev/null", O_RDONLY); // by every child that takes no care
        QVERIFY(inherited > 2);
        const auto process = startTrainer({"--out", "a folder", "--resume"}, folder);
        ::close(inherited);
        QVERIFY_RESULT(process);
        QVERIFY(isAlive(*process));
        const fs::path log = RunFolder(folder).log();
        QTRY_VERIFY_WITH_TIMEOUT(content(log).contains("done"), 20000);
        const QByteArrayList lines = content(log).split('\n');
        QCOMPARE(lines[0], QByteArray("args: train --out a folder --resume"));
        QCOMPARE(lines[1], QByteArray("nice 10"));
        const QByteArrayList family = lines[2].split(' ');
        QVERIFY2(family[0].toInt() != ::getpid(), "no child of the caller's");
        QVERIFY(family[1].toInt() != ::getsid(0));
        QCOMPARE(lines[3], QByteArray("/dev/null"));
        // Nothing of the caller's is open in it: three streams, the script, the folder looked at.
        QVERIFY2(lines[4].toInt() <= 5, lines[4]);
        QVERIFY(*process > 1);
        ::kill(*process, SIGKILL);
    }

    void tellsWhatCannotBeStarted()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.filePath("run").toStdString();
        qputenv("AUTOCHROME_CLI", "/no/such/program");
        auto process = startTrainer({}, folder);
        QCOMPARE(process.error().code, ErrorCode::NotFound);
        QVERIFY(inWords(process.error().message).find("/no/such/program") != std::string::npos);

        script(temporary.filePath("trainer"), "");
        QFile broken(temporary.filePath("broken"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("#!/no/such/shell\n");
        broken.close();
        broken.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        qputenv("AUTOCHROME_CLI", broken.fileName().toUtf8());
        process = startTrainer({}, folder);
        QVERIFY(!process);
        QCOMPARE(process.error().code, ErrorCode::Internal);

        script(temporary.filePath("trainer"), "");
        QCOMPARE(startTrainer({}, "/proc/nothing").error().code, ErrorCode::WriteFailed);
        const auto lock = lockRunFolder(folder);
        QVERIFY(lock);
        QCOMPARE(startTrainer({}, folder).error().code, ErrorCode::TargetExists);
    }

    // Paused, and gone on with at once: the old trainer has said so, but is not gone yet.
    void waitsForOneThatLeaves()
    {
        const QTemporaryDir temporary;
        const fs::path folder = temporary.filePath("run").toStdString();
        script(temporary.filePath("trainer"), "echo goes on\n");
        auto lock = lockRunFolder(folder);
        QVERIFY(lock);
        TrainingStatus status;
        status.phase = TrainingPhase::Training;
        QVERIFY(writeTrainingStatus(folder, status));
        QCOMPARE(startTrainer({}, folder).error().code, ErrorCode::TargetExists);

        status.phase = TrainingPhase::Stopped;
        QVERIFY(writeTrainingStatus(folder, status));
        std::thread leaving([old = std::move(*lock)]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            const ProcessLock gone = std::move(old);
        });
        const auto process = startTrainer({}, folder);
        leaving.join();
        QVERIFY_RESULT(process);
        QTRY_VERIFY_WITH_TIMEOUT(content(RunFolder(folder).log()).contains("goes on"), 20000);
    }

    void knowsWhatIsAlive()
    {
        QVERIFY(isAlive(::getpid()));
        QVERIFY(!isAlive(0));
        QVERIFY(!isAlive(-1));
    }
};

QTEST_GUILESS_MAIN(TestTrainingProcess)
#include "test_training_process.moc"
