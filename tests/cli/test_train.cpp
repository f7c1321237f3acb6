#include "core/nn/model_file.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/train/synthetic_photos.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QtTest>

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

private:
    static QStringList train(const QString& out, int steps)
    {
        return {"train",
                "--data",
                "photos",
                "--out",
                out,
                "--steps",
                QString::number(steps),
                "--seed",
                "7",
                "--batch",
                "2",
                "--crop",
                "32",
                "--late-batch",
                "2",
                "--late-crop",
                "32",
                "--threads",
                "1",
                "--workers",
                "1"};
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
    while (count < kills) {
        const auto process = sandbox.start(
            QFileInfo::exists(checkpoint) ? killed + QStringList{"--resume"} : killed);
        const int moment = (900 + int(random.bounded(1500))) * slowness;
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
    const CliRun rest = sandbox.run(killed + QStringList{"--resume"});
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
    QVERIFY2(run.out.contains("passed over: 2 damaged, 1 grey, 0 toned, 1 too small"), run.out);
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
    QVERIFY2(made.out.contains("5 photos in 1 files; passed over: 1 damaged"), made.out);
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

QTEST_GUILESS_MAIN(TestCliTrain)
#include "test_train.moc"
