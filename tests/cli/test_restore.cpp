#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QStandardPaths>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

namespace {

cv::Mat maskLike(const cv::Mat& picture)
{
    cv::Mat mask = cv::Mat::zeros(picture.size(), CV_8U);
    mask(cv::Rect(10, 5, 3, 40)).setTo(255);
    return mask;
}

cv::Mat damaged(const cv::Mat& picture)
{
    cv::Mat made = picture.clone();
    made.setTo(cv::Scalar::all(255), maskLike(picture));
    return made;
}

} // namespace

/// Photos on their way through `restore`, and with a mask through `colorize`.
class TestCliRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsWhatTheMaskSays_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("8 bit") << CV_8UC1;
        QTest::newRow("16 bit") << CV_16UC1;
    }

    void fillsWhatTheMaskSays()
    {
        QFETCH(int, type);
        CliSandbox sandbox;
        const cv::Mat sound = greyScene(96, 64, type);
        const QByteArray source = encoded(damaged(sound), ".png");
        sandbox.write("a.png", source);
        sandbox.write("m.png", encoded(maskLike(sound), ".png"));
        const CliRun run = sandbox.run({"restore", "a.png", "--mask", "m.png", "--write-mask",
                                        "filled", "--json", "--no-grain"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(sandbox.read("a.png"), source);
        const QJsonObject told = run.objects().at(0);
        QCOMPARE(told["result"].toString(), "a_restored.png");
        QCOMPARE(told["mask"].toString(), "filled/a_mask.png");
        QCOMPARE(told["repair"]["filled"].toInt(), 120);
        QVERIFY(told["model"].isUndefined());

        const cv::Mat result = decoded(sandbox.read("a_restored.png"));
        QCOMPARE(result.type(), type); // grey stays grey
        const cv::Mat written = decoded(sandbox.read("filled/a_mask.png"));
        QCOMPARE(cv::norm(written, maskLike(sound), cv::NORM_INF), 0.0);
        cv::Mat difference;
        cv::absdiff(result, damaged(sound), difference);
        QVERIFY(cv::countNonZero(difference) > 60);
        difference.setTo(0, maskLike(sound));
        QCOMPARE(cv::countNonZero(difference), 0);
    }

    void saysThatItIsRestored()
    {
        if (QStandardPaths::findExecutable("exiftool").isEmpty())
            QSKIP("exiftool is not installed");
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("m.png", encoded(maskLike(greyScene(96, 64)), ".png"));
        for (const char* format : {"png", "jpg", "tif"}) {
            const QString name = QString("r.") + format;
            const CliRun run = sandbox.run({"restore", "a.png", "--mask", "m.png", "-o", name});
            QVERIFY2(run.exitCode == 0, run.err);
            const QString told =
                QString::fromUtf8(sandbox.shell("exiftool -a -G1 -s '" + name + "'").out);
            QVERIFY2(told.contains("digitalsourcetype/algorithmicallyEnhanced"), qPrintable(told));
            QVERIFY2(told.contains(QRegularExpression("FilledShare +: 0\\.0195")),
                     qPrintable(told));
            QVERIFY(told.contains("Restored digitally; damage filled in"));
            QVERIFY(!told.contains("olouris") && !told.contains("model="));
            QVERIFY(told.contains("process=restored") && told.contains("mask=m.png"));
            QVERIFY(!told.contains(sandbox.path("m.png"))); // nobody's business
        }
        const CliRun info = sandbox.run({"info", "--json", "r.png"});
        QCOMPARE(info.objects().at(0)["filled_share"].toDouble(), 0.019531);
        QVERIFY(info.objects().at(0)["colourised"].isNull());
        QVERIFY(sandbox.run({"info", "r.png"}).out.contains("restored, not colourised"));
    }

    void dropsATintOrKeepsIt()
    {
        CliSandbox sandbox;
        cv::Mat sepia;
        cv::merge(std::vector<cv::Mat>{greyScene(96, 64) * 0.6, greyScene(96, 64) * 0.8,
                                       greyScene(96, 64)},
                  sepia);
        sandbox.write("a.png", encoded(sepia, ".png"));
        QCOMPARE(sandbox.run({"restore", "a.png", "-o", "drop.png"}).exitCode, 0);
        QCOMPARE(sandbox.run({"restore", "a.png", "-o", "keep.png", "--keep-tint"}).exitCode, 0);
        QCOMPARE(cv::norm(decoded(sandbox.read("keep.png")), sepia, cv::NORM_INF), 0.0);
        std::vector<cv::Mat> planes;
        cv::split(decoded(sandbox.read("drop.png")), planes);
        QCOMPARE(cv::norm(planes[0], planes[2], cv::NORM_INF), 0.0);
    }

    void theMaskThatWasGivenStays()
    {
        CliSandbox sandbox;
        const QByteArray mask = encoded(maskLike(greyScene(96, 64)), ".tif");
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("a_mask.png", mask);
        const CliRun run = sandbox.run({"restore", "a.png", "--mask", "a_mask.png", "--write-mask",
                                        ".", "--overwrite", "replace"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("a_mask.png"));
        QVERIFY(!sandbox.files().contains("a_restored.png"));
        QCOMPARE(sandbox.read("a_mask.png"), mask);
    }

    void noResultWithoutItsMask_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a folder in its place") << "filled" << QByteArray("a_mask.png");
        QTest::newRow("a file system that takes none") << "/proc" << QByteArray("/proc");
        QTest::newRow("a folder that cannot be made") << "a.png/below" << QByteArray("a.png/below");
    }

    void noResultWithoutItsMask()
    {
        QFETCH(QString, folder);
        QFETCH(QByteArray, said);
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("m.png", encoded(maskLike(greyScene(96, 64)), ".png"));
        sandbox.write("filled/a_mask.png/within.txt", "kept");
        const CliRun run = sandbox.run({"restore", "a.png", "--mask", "m.png", "--write-mask",
                                        folder, "--overwrite", "replace", "--json"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(said), run.err);
        QVERIFY(!sandbox.files().contains("a_restored.png"));
        if (folder.contains("a.png"))
            return; // nothing was begun
        const QJsonObject told = run.objects().at(0);
        QCOMPARE(told["status"].toString(), "failed");
        QVERIFY(told["mask"].isUndefined());
        QVERIFY2(told["error"]["text"].toString().contains("no result was written"), run.out);
    }

    void noResultWithoutItsMaskOnABadDisk_data()
    {
        QTest::addColumn<QString>("mount");
        QTest::newRow("full") << "mount -t tmpfs -o size=4k none filled && "
                                 "head -c 4096 /dev/zero > filled/rest";
        QTest::newRow("read-only") << "mount -t tmpfs -o ro none filled";
    }

    void noResultWithoutItsMaskOnABadDisk()
    {
        QFETCH(QString, mount);
        CliSandbox sandbox;
        if (sandbox.shell("unshare -rm true").exitCode != 0)
            QSKIP("this system lets nobody mount a folder for a test");
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("m.png", encoded(maskLike(greyScene(96, 64)), ".png"));
        sandbox.write("filled/keep", {});
        const CliRun run = sandbox.shell("exec unshare -rm sh -c \"" + mount +
                                         " && '$CLI' restore a.png --mask m.png "
                                         "--write-mask filled\"");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("no result was written"), run.err);
        QVERIFY(!sandbox.files().contains("a_restored.png"));
    }

    void noMaskWithoutItsResult()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("m.png", encoded(maskLike(greyScene(96, 64)), ".png"));
        const CliRun run = sandbox.run(
            {"restore", "a.png", "--mask", "m.png", "--write-mask", "filled", "-o", "/proc/r.png"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!sandbox.files().contains("filled/a_mask.png"));
    }

    void colorizeTakesAMask()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("m.png", encoded(maskLike(greyScene(96, 64)), ".png"));
        const CliRun run = sandbox.run({"colorize", "a.png", "--mask", "m.png", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.objects().at(0)["repair"]["filled"].toInt(), 120);
        const CliRun info = sandbox.run({"info", "--json", "a_colour.png"});
        QVERIFY(!info.objects().at(0)["colourised"].isNull());
        QCOMPARE(info.objects().at(0)["filled_share"].toDouble(), 0.019531);
    }

    void theQueueTellsTheShareFilledIn()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(damaged(greyScene(96, 64)), ".png"));
        sandbox.write("m.png", encoded(maskLike(greyScene(96, 64)), ".png"));
        const auto done = [&](const QStringList& arguments) {
            const CliRun run = sandbox.run(QStringList("batch") + arguments);
            return run.exitCode == 0 ? run : CliRun();
        };
        QCOMPARE(done({"add", "a.png", "--mask", "m.png"}).exitCode, 0);
        QCOMPARE(done({"run"}).exitCode, 0);
        QCOMPARE(done({"report", "1", "-o", "report"}).exitCode, 0);
        const QByteArray csv = sandbox.read("report/report.csv");
        QVERIFY2(csv.contains("filled_share") && csv.contains("0.019531"), csv);
        QVERIFY(sandbox.read("report/report.html").contains("1.9531 %"));
        const CliRun listed = done({"status", "--jobs", "--json"});
        QVERIFY2(listed.out.contains("\"filledShare\":0.01953125"), listed.out);
        if (QStandardPaths::findExecutable("exiftool").isEmpty())
            QSKIP("exiftool is not installed");
        const CliRun told = sandbox.shell("exiftool -a -s3 -XMP:FilledShare a_colour.png");
        QCOMPARE(told.out.trimmed(), "0.019531");
    }

    void badMasks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("hint");
        QTest::newRow("missing") << "gone.png" << QByteArray() << 2 << QByteArray("gone.png");
        QTest::newRow("no picture") << "m.png" << QByteArray("text") << 1 << QByteArray("m.png");
        QTest::newRow("another size")
            << "m.png" << encoded(greyScene(5, 7), ".png") << 1 << QByteArray("5 x 7");
        QTest::newRow("lossy") << "m.jpg" << smallJpeg() << 1 << QByteArray("JPEG");
    }

    void badMasks()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(int, status);
        QFETCH(QByteArray, hint);
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64), ".png"));
        if (!content.isEmpty())
            sandbox.write(name, content);
        const CliRun run = sandbox.run({"restore", "a.png", "--mask", name});
        QCOMPARE(run.exitCode, status);
        QVERIFY2(run.err.contains(hint), run.err);
        QVERIFY(!sandbox.files().contains("a_restored.png"));
    }

    void oddMasks()
    {
        CliSandbox sandbox;
        const QByteArray source = encoded(greyScene(96, 64), ".png");
        sandbox.write("a.png", source);
        for (const int value : {0, 255}) {
            sandbox.write("m.png", encoded(cv::Mat(64, 96, CV_8U, cv::Scalar(value)), ".png"));
            const CliRun run = sandbox.run(
                {"restore", "a.png", "--mask", "m.png", "-o", "r.png", "--overwrite", "replace"});
            QVERIFY2(run.exitCode == 0, run.err);
            QCOMPARE(run.err.contains("covers the whole photo"), value == 255);
            QCOMPARE(cv::norm(decoded(sandbox.read("r.png")), greyScene(96, 64), cv::NORM_INF),
                     0.0);
        }
        sandbox.write("one.png", encoded(cv::Mat(1, 1, CV_8U, cv::Scalar(9)), ".png"));
        const CliRun run = sandbox.run({"restore", "one.png", "--mask", "one.png"});
        QVERIFY2(run.exitCode == 0, run.err);
    }
};

QTEST_GUILESS_MAIN(TestCliRestore)
#include "test_restore.moc"
