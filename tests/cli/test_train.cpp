#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_process.h"
#include "core/learn/run/training_status.h"
#include "core/network/model_file.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/support/make_model.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/tiny_training.h"
#include "tests/support/verify_result.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>
#include <csignal>

using namespace autochrome;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int kills = 2;
constexpr int slowness = 6;
#else
constexpr int kills = 10;
constexpr int slowness = 1;
#endif

std::string weightsOf(const QString& path)
{
    const auto card = readModelCard(path.toStdString());
    return card ? card->weightsSha256 : std::string();
}

/// The rows of a table of losses without the seconds, which no two runs share.
QList<QByteArrayList> losses(const QByteArray& table)
{
    QList<QByteArrayList> rows;
    for (const QByteArray& line : table.split('\n').mid(1)) {
        QByteArrayList cells = line.split(',');
        if (cells.size() > 3) {
            cells.removeAt(2);
            rows.append(cells);
        }
    }
    return rows;
}

} // namespace

/// Training as a person has it: started, killed, resumed, fed with rubbish.
class TestCliTrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedRunsEndAsUndisturbedOnes();
    void trainsBesideWhatCannotBeUsed();
    void fineTunesOneOfOurs();
    void trainsFromShards();
    void othersCanLookIntoARun();
    void stops_data();
    void stops();
    void goesOnWithNothingButItsFolder();
    void beginsAgainWithoutACheckpoint();
    void saysWhyItFailed_data();
    void saysWhyItFailed();
    void keepsTheCheckpointOnAFullDisk();
    void noticesThatItsFolderIsGone();
    void estimates();
    void startsAloof();

private:
    static TrainingStatus statusOf(const CliSandbox& sandbox, const QString& folder)
    {
        return readTrainingStatus(sandbox.path(folder).toStdString()).value_or(TrainingStatus());
    }
    /// Starts a training that has no end to speak of, and waits until it steps.
    static std::unique_ptr<QProcess> startEndless(CliSandbox& sandbox, const QStringList& more = {})
    {
        testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
        auto process = sandbox.start(train("run", 100000) + more);
        QElapsedTimer timer;
        timer.start();
        while (statusOf(sandbox, "run").step < 1 && timer.elapsed() < 120000 &&
               process->state() != QProcess::NotRunning)
            process->waitForFinished(50);
        return process;
    }
    static QStringList train(const QString& out, int steps)
    {
        return QStringList{"train", "--data", "photos", "--out", out, "--seed", "7"} +
               testing::tinyTraining(steps);
    }
};

void TestCliTrain::killedRunsEndAsUndisturbedOnes()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 6);
    constexpr int steps = 5 * kills + 10;
    const CliRun whole = sandbox.run(train("whole", steps));
    QVERIFY2(whole.exitCode == 0, whole.err);

    // A checkpoint after every step, so that each kill hits something new.
    QStringList killed = train("killed", steps);
    killed << "--checkpoint-minutes"
           << "0";
    const QString checkpoint = sandbox.path("killed/checkpoint.safetensors");
    QRandomGenerator random(23);
    int count = 0;
    double share = 1; // of the moments below; on a busy machine it takes longer to get anywhere
    while (count < kills) {
        const bool isBegun = QFileInfo::exists(checkpoint);
        const auto process = sandbox.start(isBegun ? killed + QStringList{"--resume"} : killed);
        if (!isBegun && count > 0)
            share *= 1.5;
        const int moment = int((900 + random.bounded(1500)) * slowness * share);
        QVERIFY2(!process->waitForFinished(moment) || process->exitCode() == 0,
                 process->readAllStandardError());
        if (process->state() == QProcess::NotRunning)
            break; // it was faster
        process->kill();
        QVERIFY(process->waitForFinished());
        ++count;
    }
    QVERIFY2(count >= kills / 2, qPrintable(QString("killed %1 times").arg(count)));
    QVERIFY2(QFileInfo::exists(checkpoint), "no kill came after a checkpoint");
    // What a kill leaves behind where files cannot be without a name, now and in earlier versions.
    const QStringList leftovers{"killed/.autochrome-0123456789abcdef.part",
                                "killed/.checkpoint.safetensors.a1B2c3"};
    for (const QString& leftover : leftovers)
        sandbox.write(leftover, "part of a checkpoint");
    const CliRun rest = sandbox.run(killed + QStringList{"--resume"});
    for (const QString& leftover : leftovers)
        QVERIFY2(!sandbox.files().contains(leftover), qPrintable(leftover));
    QVERIFY2(rest.exitCode == 0, rest.err);
    const std::string expected = weightsOf(sandbox.path("whole/model.safetensors"));
    QVERIFY(!expected.empty());
    QCOMPARE(weightsOf(sandbox.path("killed/model.safetensors")), expected);
    QCOMPARE(losses(sandbox.read("whole/losses.csv")).size(), steps);
    QCOMPARE(losses(sandbox.read("killed/losses.csv")), losses(sandbox.read("whole/losses.csv")));
    for (const QString& file : sandbox.files())
        QVERIFY2(!file.startsWith("killed/."), qPrintable(file));
}

void TestCliTrain::trainsBesideWhatCannotBeUsed()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 5);
    const auto put = [&](const char* name, const cv::Mat& picture) {
        QVERIFY(cv::imwrite(sandbox.path(QString("photos/") + name).toStdString(), picture));
    };
    put("grey.png", cv::Mat(90, 90, CV_8UC3, cv::Scalar(120, 120, 120)));
    put("tiny.png", testing::syntheticPhoto(1, 20, 12));
    put("huge.jpg", testing::syntheticPhoto(2, 5000, 3000));
    sandbox.write("photos/broken.jpg", "\xFF\xD8\xFF\xE0 this is no picture");
    sandbox.write("photos/empty.png", "");
    sandbox.write("photos/notes.txt", "not a photo at all");
    QStringList arguments = train("out", 12);
    const CliRun run = sandbox.run(arguments);
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.out.contains("10 photos to learn from"), run.out);
    QVERIFY2(run.out.contains("left out: 2 damaged, 1 grey, 0 toned, 1 too small"), run.out);
    QVERIFY(!weightsOf(sandbox.path("out/model.safetensors")).empty());
}

void TestCliTrain::fineTunesOneOfOurs()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
    QVERIFY2(sandbox.run(train("parent", 2)).exitCode == 0, "parent");
    QStringList arguments = train("child", 2);
    arguments << "--preset"
              << "fine-tune"
              << "--from"
              << "parent/model.safetensors"
              << "--val"
              << "photos"
              << "--validation-photos"
              << "2";
    const CliRun run = sandbox.run(arguments);
    QVERIFY2(run.exitCode == 0, run.err);
    const auto card = readModelCard(sandbox.path("child/model.safetensors").toStdString());
    QVERIFY(card.has_value());
    QCOMPARE(card->details.at("parent_sha256"),
             weightsOf(sandbox.path("parent/model.safetensors")));

    arguments = train("third", 2);
    arguments << "--from"
              << "parent/model.safetensors"
              << "--encoder"
              << "parent/model.safetensors";
    QCOMPARE(sandbox.run(arguments).exitCode, 2); // one or the other
}

void TestCliTrain::trainsFromShards()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 5);
    sandbox.write("photos/broken.jpg", "no picture");
    const CliRun made = sandbox.run({"shards", "photos", "-o", "shards", "--side", "64"});
    QVERIFY2(made.exitCode == 0, made.err);
    QVERIFY2(made.out.contains("5 photos in 1 files; left out: 1 damaged"), made.out);
    QCOMPARE(sandbox.run({"shards", "photos", "-o", "shards"}).exitCode, 2); // not over others

    QStringList arguments = train("out", 3);
    arguments.replace(2, "shards/photos-000.safetensors");
    const CliRun run = sandbox.run(arguments);
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.out.contains("5 photos to learn from"), run.out);
    QVERIFY(!weightsOf(sandbox.path("out/model.safetensors")).empty());

    arguments.replace(2, "out/model.safetensors"); // no photos in it
    QCOMPARE(sandbox.run(arguments).exitCode, 1);
}

void TestCliTrain::othersCanLookIntoARun()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("others"), 3);
    const auto process = startEndless(
        sandbox, {"--val", "others", "--validate-minutes", "0.05", "--validation-photos", "2"});
    const TrainingStatus first = statusOf(sandbox, "run");
    QVERIFY2(first.isRunning(), process->readAllStandardError());
    QCOMPARE(qint64(first.process), process->processId());
    QCOMPARE(first.photos, std::int64_t(4));
    QCOMPARE(first.validationPhotos, std::int64_t(3));
    QCOMPARE(first.totalSteps, std::int64_t(100000));
    QCOMPARE(first.batchSize, 2);
    QCOMPARE(first.cropSize, 32);
    QVERIFY(first.loss > 0 && first.learningRate > 0 && first.memory > 100000000);
    QTRY_VERIFY_WITH_TIMEOUT(statusOf(sandbox, "run").step > first.step, 60000);
    QVERIFY(statusOf(sandbox, "run").time > first.time);
    QTRY_VERIFY_WITH_TIMEOUT(statusOf(sandbox, "run").sampleStep >= 1, 60000);
    const std::int64_t step = statusOf(sandbox, "run").sampleStep;
    for (const QString& name : {QString("truth"), QString("grey"), QString::number(step)})
        for (int photo = 0; photo < 3; ++photo)
            QVERIFY2(QFileInfo::exists(
                         sandbox.path(QString("run/samples/%1/%2.jpg").arg(name).arg(photo))),
                     qPrintable(name));

    // A second one is refused, and harms nothing.
    const CliRun second = sandbox.run(train("run", 5));
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.err.contains("A training runs in the folder"), second.err);
    QVERIFY(isTraining(sandbox.path("run").toStdString()));
    QCOMPARE(qint64(statusOf(sandbox, "run").process), process->processId());

    QVERIFY(CliSandbox::send(*process, SIGKILL));
    QVERIFY(process->waitForFinished());
    const TrainingStatus killed = statusOf(sandbox, "run");
    QCOMPARE(killed.phase, TrainingPhase::Interrupted);
    QVERIFY(killed.error.has_value());
    QVERIFY(!isTraining(sandbox.path("run").toStdString()));
}

void TestCliTrain::stops_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("by its file") << 0 << 128 + SIGTERM;
    QTest::newRow("terminated") << SIGTERM << 128 + SIGTERM;
    QTest::newRow("Ctrl+C") << SIGINT << 128 + SIGINT;
}

void TestCliTrain::stops()
{
    QFETCH(int, signal);
    QFETCH(int, exitCode);
    CliSandbox sandbox;
    sandbox.write("run/stop", ""); // an old wish: not this training's
    const auto process = startEndless(sandbox);
    QVERIFY2(process->state() == QProcess::Running, process->readAllStandardError());
    if (signal == 0)
        QVERIFY(requestStop(sandbox.path("run").toStdString()));
    else
        QVERIFY(CliSandbox::send(*process, signal));
    QVERIFY(process->waitForFinished(60000));
    QCOMPARE(process->exitCode(), exitCode);
    const TrainingStatus status = statusOf(sandbox, "run");
    QCOMPARE(status.phase, TrainingPhase::Stopped);
    QVERIFY(!status.error);
    QVERIFY(status.step > 0);
    QCOMPARE(status.checkpointStep, status.step);
    QVERIFY(!weightsOf(sandbox.path("run/model.safetensors")).empty());

    // Started again, it does not remember that it was asked to stop.
    const CliRun again = sandbox.run(
        {"train", "--resume", "--out", "run", "--steps", QString::number(status.step + 2)});
    QVERIFY2(again.exitCode == 0, again.err);
    QCOMPARE(statusOf(sandbox, "run").phase, TrainingPhase::Done);
    QCOMPARE(statusOf(sandbox, "run").step, status.step + 2);
}

void TestCliTrain::goesOnWithNothingButItsFolder()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 6);
    constexpr int steps = 60;
    const CliRun whole = sandbox.run(train("whole", steps));
    QVERIFY2(whole.exitCode == 0, whole.err);
    const auto process =
        sandbox.start(train("killed", steps) + QStringList{"--checkpoint-minutes", "0", "--name",
                                                           "mine", "--note", "licence=own"});
    QTRY_VERIFY_WITH_TIMEOUT(statusOf(sandbox, "killed").checkpointStep >= 3, 120000);
    QVERIFY(CliSandbox::send(*process, SIGKILL));
    QVERIFY(process->waitForFinished());
    QCOMPARE(statusOf(sandbox, "killed").phase, TrainingPhase::Interrupted);

    // From another folder: what it was given is not told relative to where one stands.
    const CliRun rest = sandbox.shell("mkdir -p elsewhere && cd elsewhere && \"$CLI\" train "
                                      "--resume --out ../killed");
    QVERIFY2(rest.exitCode == 0, rest.err);
    QCOMPARE(statusOf(sandbox, "killed").phase, TrainingPhase::Done);
    QCOMPARE(weightsOf(sandbox.path("killed/mine.safetensors")),
             weightsOf(sandbox.path("whole/model.safetensors")));
    QCOMPARE(losses(sandbox.read("killed/losses.csv")), losses(sandbox.read("whole/losses.csv")));
    const auto card = readModelCard(sandbox.path("killed/mine.safetensors").toStdString());
    QCOMPARE(card->details.at("licence"), std::string("own"));
    QVERIFY(card->details.at("command_line").find("--data photos") != std::string::npos);
}

void TestCliTrain::beginsAgainWithoutACheckpoint()
{
    CliSandbox sandbox;
    const auto process = startEndless(sandbox, {"--name", "mine"});
    QVERIFY(CliSandbox::send(*process, SIGKILL));
    QVERIFY(process->waitForFinished());
    QVERIFY(!QFileInfo::exists(sandbox.path("run/checkpoint.safetensors")));
    const CliRun run = sandbox.run({"train", "--resume", "--out", "run", "--steps", "2"});
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY(!weightsOf(sandbox.path("run/mine.safetensors")).empty());

    const CliRun nothing = sandbox.run({"train", "--resume", "--out", "nowhere"});
    QCOMPARE(nothing.exitCode, 2);
    QVERIFY2(nothing.err.contains("--data"), nothing.err);
    QVERIFY(!QFileInfo::exists(sandbox.path("nowhere")));
}

void TestCliTrain::saysWhyItFailed_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("numbers that are none")
        << "" << QStringList{"--from", "test-model.safetensors"} << int(ErrorCode::Internal)
        << QByteArray("batch of photos ");
    QTest::newRow("no photos") << "" << QStringList{"--val", "nowhere"} << int(ErrorCode::NotFound)
                               << QByteArray("nowhere");
    QTest::newRow("a device that is not there")
        << "" << QStringList{"--device", "cuda:77"} << int(ErrorCode::NotFound)
        << QByteArray("cuda:77");
    QTest::newRow("a model that is none")
        << "" << QStringList{"--from", "photos/house/photo0.png"} << int(ErrorCode::ModelInvalid)
        << QByteArray("photo0.png");
#ifndef __SANITIZE_ADDRESS__
    QTest::newRow("memory") << "ulimit -v 4000000; "
                            << QStringList{"--batch", "1000", "--crop", "1024"}
                            << int(ErrorCode::OutOfMemory) << QByteArray("try 500");
#endif
}

void TestCliTrain::saysWhyItFailed()
{
    QFETCH(QString, before);
    QFETCH(QStringList, more);
    QFETCH(int, code);
    QFETCH(QByteArray, sentence);
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
    if (more.contains("test-model.safetensors"))
        std::filesystem::rename(makeTestModel(sandbox.path().toStdString(), TestModel::NotFinite),
                                sandbox.path("test-model.safetensors").toStdString());
    QStringList arguments = train("run", 30);
    for (qsizetype i = 0; i + 1 < more.size(); i += 2)
        if (const qsizetype at = arguments.indexOf(more[i]); at >= 0)
            arguments.remove(at, 2);
    const CliRun run = sandbox.shell(before + "\"$CLI\" " + (arguments + more).join(' '));
    QVERIFY2(run.exitCode == 1, run.err);
    QVERIFY2(run.err.contains(sentence), run.err);
    const TrainingStatus status = statusOf(sandbox, "run");
    QCOMPARE(status.phase, TrainingPhase::Failed);
    QVERIFY(status.error.has_value());
    QCOMPARE(int(status.error->code), code);
    QVERIFY2(QByteArray::fromStdString(inWords(status.error->message)).contains(sentence), run.err);
}

void TestCliTrain::keepsTheCheckpointOnAFullDisk()
{
    CliSandbox sandbox;
    if (sandbox.shell("unshare -rm true").exitCode != 0)
        QSKIP("this system lets nobody mount a small disk for a test");
    testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
    QDir().mkpath(sandbox.path("run"));
    // Room for one checkpoint of some 90 MB, not for a second one beside it.
    const CliRun run = sandbox.shell(
        "exec unshare -rm sh -c \"mount -t tmpfs -o size=130m none run && '$CLI' " +
        train("run", 1000).join(' ') +
        " --checkpoint-minutes 0; echo status \\$?; cat run/status.json; ls -a run\"");
    QVERIFY2(run.out.contains("status 1"), run.out + run.err);
    QVERIFY2(run.err.contains("The disk is full. The last good checkpoint"), run.err);
    QVERIFY2(run.out.contains("\"state\": \"failed\""), run.out);
    QVERIFY2(run.out.contains("\"code\": \"disk-full\""), run.out);
    QVERIFY2(run.out.contains("\ncheckpoint.safetensors\n"), run.out);
    QVERIFY2(!run.out.contains(".part"), run.out);
}

void TestCliTrain::noticesThatItsFolderIsGone()
{
    CliSandbox sandbox;
    const auto process = startEndless(sandbox);
    QVERIFY(QDir(sandbox.path("run")).removeRecursively());
    QVERIFY(process->waitForFinished(60000));
    QCOMPARE(process->exitCode(), 1);
    const QByteArray said = process->readAllStandardError();
    QVERIFY2(said.contains("folder") && said.contains("is gone"), said);
}

void TestCliTrain::estimates()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
    const QStringList arguments = train("run", 100) + QStringList{"--estimate"};
    const CliRun run = sandbox.run(arguments);
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.out.contains("time ") && run.out.contains("100 steps"), run.out);
    QVERIFY(!QFileInfo::exists(sandbox.path("run")));
    const QList<QJsonObject> objects = sandbox.run(arguments + QStringList{"--json"}).objects();
    QCOMPARE(objects.size(), 1);
    QCOMPARE(objects[0]["steps"].toInt(), 100);
    QVERIFY(objects[0]["measured"].toBool() && objects[0]["seconds"].toDouble() > 0);
    QVERIFY(objects[0]["problems"].toArray().isEmpty());

    // What will not fit is a problem, and a sentence.
    QStringList tooMany = arguments;
    tooMany.replace(tooMany.indexOf("--batch") + 1, "5");
    const CliRun problem = sandbox.run(tooMany + QStringList{"--json"});
    QCOMPARE(problem.exitCode, 1);
    QVERIFY2(problem.err.contains("fewer than the 5 of one batch"), problem.err);
    const QJsonArray problems = problem.objects().value(0)["problems"].toArray();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].toObject()["code"].toString(), "usage");
}

/// As a window starts it, finds it again, and stops it.
void TestCliTrain::startsAloof()
{
    CliSandbox sandbox;
    testing::writeSyntheticPhotos(sandbox.path("photos"), 4);
    qputenv("AUTOCHROME_CLI", CliSandbox::program().toLocal8Bit());
    const std::filesystem::path folder = sandbox.path("run").toStdString();
    QStringList asked = train("run", 100000).mid(1);
    asked.replaceInStrings(QRegularExpression("^(photos|run)$"), sandbox.path() + "/\\1");
    std::vector<std::string> arguments;
    for (const QString& argument : asked)
        arguments.push_back(argument.toStdString());
    const auto process = startTrainer(arguments, folder);
    QVERIFY_RESULT(process);
    QTRY_VERIFY_WITH_TIMEOUT(statusOf(sandbox, "run").step >= 1, 120000);
    QCOMPARE(statusOf(sandbox, "run").process, int(*process));
    QCOMPARE(startTrainer(arguments, folder).error().code, ErrorCode::TargetExists);
    QVERIFY(requestStop(folder));
    QTRY_VERIFY_WITH_TIMEOUT(!isTraining(folder), 60000);
    QCOMPARE(statusOf(sandbox, "run").phase, TrainingPhase::Stopped);
    QVERIFY(sandbox.read("run/train.log").contains("4 photos to learn from"));
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(*process), 60000);
    qunsetenv("AUTOCHROME_CLI");
}

QTEST_GUILESS_MAIN(TestCliTrain)
#include "test_train.moc"
