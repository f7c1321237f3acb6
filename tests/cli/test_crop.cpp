#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QStandardPaths>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

/// `--crop` and `--straighten`, as the written file has it and as another program reads it.
class TestCliCrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAPart_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QRect>("expected"); // of the source
        QTest::newRow("pixels") << CV_8UC1 << QStringList{"--crop", "10,5,40,30"}
                                << QRect(10, 5, 40, 30);
        QTest::newRow("percent, 16 bit")
            << CV_16UC1 << QStringList{"--crop", "25%,25%,50%,50%"} << QRect(24, 16, 48, 32);
        QTest::newRow("one pixel")
            << CV_8UC1 << QStringList{"--crop", "95,63,1,1"} << QRect(95, 63, 1, 1);
    }
    void keepsAPart()
    {
        QFETCH(int, type);
        QFETCH(QStringList, options);
        QFETCH(QRect, expected);
        CliSandbox sandbox;
        const cv::Mat scene = greyScene(96, 64, type);
        sandbox.write("a.png", encoded(scene, ".png"));
        const CliRun run = sandbox.run(QStringList{"restore", "a.png"} + options);
        QVERIFY2(run.exitCode == 0, run.err);
        const cv::Mat result = decoded(sandbox.read("a_restored.png"));
        QCOMPARE(result.type(), type);
        const cv::Rect part(expected.x(), expected.y(), expected.width(), expected.height());
        QCOMPARE(result.size(), part.size());
        QCOMPARE(cv::norm(result, scene(part), cv::NORM_INF), 0.0);
    }

    void straightens()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64, CV_16UC1), ".png"));
        const CliRun run = sandbox.run({"restore", "a.png", "--straighten", "5"});
        QVERIFY2(run.exitCode == 0, run.err);
        const cv::Mat result = decoded(sandbox.read("a_restored.png"));
        QVERIFY(result.cols < 96 && result.rows < 64 && result.cols > 70);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("outside") << QStringList{"--crop", "50,0,60,30"};
        QTest::newRow("nothing") << QStringList{"--crop", "0,0,0,0"};
        QTest::newRow("no numbers") << QStringList{"--crop", "left"};
        QTest::newRow("too far") << QStringList{"--straighten", "50"};
        QTest::newRow("by no number") << QStringList{"--straighten", "nan"};
        QTest::newRow("turned out of the photo")
            << QStringList{"--crop", "0,0,96,64", "--straighten", "3"};
    }
    void refuses()
    {
        QFETCH(QStringList, options);
        CliSandbox sandbox;
        sandbox.write("a.png", encoded(greyScene(96, 64, CV_8UC1), ".png"));
        const CliRun run = sandbox.run(QStringList{"restore", "a.png"} + options);
        QVERIFY(run.exitCode != 0);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(sandbox.read("a_restored.png").isEmpty());
    }

    void othersReadTheNewSize()
    {
        if (QStandardPaths::findExecutable("exiftool").isEmpty())
            QSKIP("no exiftool");
        CliSandbox sandbox;
        sandbox.write("a.jpg", encoded(greyScene(96, 64, CV_8UC1), ".jpg"));
        const CliRun run = sandbox.run({"restore", "a.jpg", "-f", "jpeg", "--crop", "10,5,40,30"});
        QVERIFY2(run.exitCode == 0, run.err);
        const QString told =
            QString::fromUtf8(sandbox.shell("exiftool -a -G1 -s a_restored.jpg").out);
        QVERIFY2(told.contains("40x30"), qPrintable(told));
        QVERIFY2(told.contains("frame"), qPrintable(told));
    }
};

QTEST_GUILESS_MAIN(TestCliCrop)
#include "test_crop.moc"
