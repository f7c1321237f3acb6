#include "core/network/model_file.h"
#include "tests/cli/cli_sandbox.h"
#include "tests/support/tiny_training.h"
#include "tests/support/varied_photos.h"

#include <QJsonArray>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

/// A collection looked through before it is trained on, as a person does it.
class TestCliSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsThere();
    void tellsItAsJson();
    void splits_data();
    void splits();
    void trainsFromTheLists();
    void evaluatesAList();
    void collectionsOfNoUse_data();
    void collectionsOfNoUse();
    void oneFolderDoesNotComeApart();

private:
    static void writeCollection(const CliSandbox& sandbox)
    {
        for (int i = 0; i < 10; ++i)
            writePicture(sandbox.path(QString("photos/f%1/%2.png").arg(i % 3).arg(i)),
                         variedPhoto(i));
        cv::Mat half;
        cv::resize(variedPhoto(4), half, {}, 0.5, 0.5, cv::INTER_AREA);
        writePicture(sandbox.path("photos/f0/copy.jpg"), half, 80);
        QFile::copy(sandbox.path("photos/f0/0.png"), sandbox.path("photos/f1/same.png"));
        writePicture(sandbox.path("photos/grey.png"),
                     cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(100)));
        writePicture(sandbox.path("photos/tinted.png"),
                     cv::Mat(96, 96, CV_8UC3, cv::Scalar(60, 100, 140)));
        writePicture(sandbox.path("photos/tiny.png"), variedPhoto(20, 20, 15));
        sandbox.write("photos/broken.jpg", "no picture");
    }

    static QStringList lines(const CliSandbox& sandbox, const QString& list)
    {
        return QString::fromUtf8(sandbox.read(list)).split('\n', Qt::SkipEmptyParts);
    }
};

void TestCliSurvey::tellsWhatIsThere()
{
    CliSandbox sandbox;
    writeCollection(sandbox);
    const QStringList before = sandbox.files();
    const CliRun run = sandbox.run({"survey", "photos"});
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.err.isEmpty(), run.err);
    const QString out = QString::fromUtf8(run.out).simplified();
    for (const char* figure : {"photos 16", "usable 11", "damaged 1", "near-grey 1", "toned 1",
                               "too small 1", "duplicates 1", "near-copies 1", "training 10",
                               "validation 1 by hash", "photos/f1/same.png"})
        QVERIFY2(out.contains(figure), qPrintable(QString(figure) + "\n" + out));
    QCOMPARE(sandbox.files(), before); // it only looks
}

void TestCliSurvey::tellsItAsJson()
{
    CliSandbox sandbox;
    writeCollection(sandbox);
    const CliRun run = sandbox.run({"survey", "photos", "--json", "-o", "lists"});
    QVERIFY2(run.exitCode == 0, run.err);
    QCOMPARE(run.objects().size(), 1);
    const QJsonObject json = run.objects()[0];
    QCOMPARE(json["photos"].toInt(), 16);
    QCOMPARE(json["usable"].toInt(), 11);
    QCOMPARE(json["duplicate"].toInt(), 1);
    QCOMPARE(json["left_out"].toArray().size(), 5);
    QCOMPARE(json["short_side"].toObject()["least"].toInt(), 15);
    QCOMPARE(json["split"].toObject()["train"].toInt(), 10);
    QVERIFY(json["colours"].toArray().size() > 200);
    QVERIFY(QFile::exists(sandbox.path("lists/train.txt")));
}

void TestCliSurvey::splits_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("validation");
    QTest::newRow("by itself") << QStringList{} << 1;
    QTest::newRow("share") << QStringList{"--share", "0.5"} << 6;
    QTest::newRow("folder") << QStringList{"--split", "folder", "--share", "0.35"} << 3;
}

void TestCliSurvey::splits()
{
    QFETCH(QStringList, options);
    QFETCH(int, validation);
    CliSandbox sandbox;
    writeCollection(sandbox);
    const CliRun run = sandbox.run(QStringList{"survey", "photos", "-o", "lists"} + options);
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.out.contains("lists/train.txt\nlists/validation.txt\n"), run.out);
    const QStringList train = lines(sandbox, "lists/train.txt");
    const QStringList others = lines(sandbox, "lists/validation.txt");
    QCOMPARE(others.size(), validation);
    for (const QString& line : others)
        QVERIFY(!train.contains(line));
    const auto holdsOneOf = [](const QStringList& list) {
        return list.filter("f0/copy.jpg").size() + list.filter("f1/4.png").size() > 0;
    };
    QVERIFY(holdsOneOf(train) != holdsOneOf(others));
}

void TestCliSurvey::trainsFromTheLists()
{
    CliSandbox sandbox;
    writeCollection(sandbox);
    QCOMPARE(sandbox.run({"survey", "photos", "-o", "lists", "--share", "0.3"}).exitCode, 0);
    QVERIFY(QFile::remove(lines(sandbox, "lists/train.txt").value(0)));
    const CliRun run =
        sandbox.run(QStringList{"train", "--data", "lists/train.txt", "--val",
                                "lists/validation.txt", "--out", "out", "--seed", "7"} +
                    testing::tinyTraining(8));
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.out.contains("8 photos to learn from"), run.out);
    QVERIFY2(run.out.contains("3 photos to validate on"), run.out);
    QVERIFY2(run.out.contains("left out: 1 damaged, 0 grey, 0 toned, 0 too small"), run.out);
    const auto card = readModelCard(sandbox.path("out/model.safetensors").toStdString());
    QVERIFY(card.has_value());
}

void TestCliSurvey::evaluatesAList()
{
    CliSandbox sandbox;
    writeCollection(sandbox);
    sandbox.write("some.txt", "photos/f0/0.png\nphotos/f0/gone.png\n");
    const CliRun run =
        sandbox.run({"evaluate", "some.txt", "-m", "test-model", "--short-side", "64", "--json"});
    QVERIFY2(run.exitCode == 0, run.err);
    QVERIFY2(run.err.contains("gone.png"), run.err);
}

void TestCliSurvey::collectionsOfNoUse_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("empty folder") << "empty" << QByteArray("no photos");
    QTest::newRow("no folder") << "nowhere" << QByteArray("nowhere");
    QTest::newRow("only grey photos") << "grey" << QByteArray("without colour");
    QTest::newRow("empty list") << "list.txt" << QByteArray("list.txt");
    QTest::newRow("no archive") << "text.tar" << QByteArray("text.tar");
}

void TestCliSurvey::collectionsOfNoUse()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, sentence);
    CliSandbox sandbox;
    QDir().mkpath(sandbox.path("empty"));
    writePicture(sandbox.path("grey/a.png"), cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(100)));
    sandbox.write("list.txt", "");
    sandbox.write("text.tar", QByteArray(2000, 'x'));
    const CliRun run = sandbox.run({"survey", path, "-o", "lists"});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.contains(sentence), run.err);
    QVERIFY(!QFile::exists(sandbox.path("lists")));
    if (path == "grey")
        QVERIFY2(run.out.contains("near-grey"), run.out);
}

void TestCliSurvey::oneFolderDoesNotComeApart()
{
    CliSandbox sandbox;
    for (int i = 0; i < 4; ++i)
        writePicture(sandbox.path(QString("photos/%1.png").arg(i)), variedPhoto(i));
    const CliRun run = sandbox.run({"survey", "photos", "--split", "folder", "-o", "lists"});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("all of them are for training"), run.err);
    QCOMPARE(sandbox.files().filter("lists/"), QStringList{"lists/train.txt"});
}

QTEST_GUILESS_MAIN(TestCliSurvey)
#include "test_survey.moc"
