#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"
#include "tests/support/make_detector.h"

#include <QDir>
#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

QByteArray scratched()
{
    cv::Mat picture = greyScene(96, 64) * 0.6;
    picture(cv::Rect(10, 5, 2, 40)).setTo(255);
    return encoded(picture, ".png");
}

// The person's own models are looked at first.
void install(const CliSandbox& sandbox)
{
    const QString models = sandbox.path("../home/.local/share/autochrome/models");
    QDir().mkpath(models);
    makeWhiteDetector(models.toStdString());
}

} // namespace

/// `--repair` on the command line.
class TestCliDetect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAndFills_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("alone") << QStringList{"a.png", "--repair"};
        QTest::newRow("before a photo") << QStringList{"--repair", "a.png"};
        QTest::newRow("a level") << QStringList{"--repair", "70", "a.png"};
        QTest::newRow("a level behind a sign") << QStringList{"--repair=70", "a.png"};
    }

    void findsAndFills()
    {
        QFETCH(QStringList, arguments);
        CliSandbox sandbox;
        install(sandbox);
        sandbox.write("a.png", scratched());
        const CliRun run = sandbox.run(QStringList{"restore"} + arguments +
                                       QStringList{"--write-mask", "filled", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QVERIFY(run.objects().at(0)["repair"]["filled"].toInt() >= 80);
        const cv::Mat mask = decoded(sandbox.read("filled/a_mask.png"));
        QVERIFY(mask.at<std::uint8_t>(20, 10) == 255 && mask.at<std::uint8_t>(20, 60) == 0);
        const cv::Mat result = decoded(sandbox.read("a_restored.png"));
        QVERIFY(result.at<std::uint8_t>(20, 10) < 200);
    }

    void severalPhotosBehindTheOption()
    {
        CliSandbox sandbox;
        install(sandbox);
        sandbox.write("a.png", scratched());
        sandbox.write("b.png", scratched());
        const CliRun run = sandbox.run({"restore", "--repair", "a.png", "b.png", "-o", "out"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.lines().size(), 2);
    }

    void onlyWhereItIsAskedFor()
    {
        CliSandbox sandbox;
        install(sandbox);
        sandbox.write("a.png", scratched());
        const CliRun run = sandbox.run({"restore", "a.png", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(decoded(sandbox.read("a_restored.png")).at<std::uint8_t>(20, 10),
                 std::uint8_t(255));
    }

    void refusesALevelThatIsNone()
    {
        CliSandbox sandbox;
        sandbox.write("a.png", scratched());
        QCOMPARE(sandbox.run({"restore", "a.png", "--repair=120"}).exitCode, 2);
        QCOMPARE(sandbox.run({"restore", "a.png", "--repair=much"}).exitCode, 2);
    }

    void goesThroughTheQueue()
    {
        CliSandbox sandbox;
        install(sandbox);
        sandbox.write("a.png", scratched());
        CliRun run = sandbox.run({"batch", "add", "a.png", "-o", "out", "--repair", "60"});
        QVERIFY2(run.exitCode == 0, run.err);
        run = sandbox.run({"batch", "run"});
        QVERIFY2(run.exitCode == 0, run.err);
        const CliRun info = sandbox.run({"info", "--json", "out/a_colour.png"});
        QVERIFY(info.objects().at(0)["filled_share"].toDouble() > 0.01);
    }

    void trainsAndMeasures()
    {
        CliSandbox sandbox;
        if (sandbox.run({"train-damage", "--help"}).exitCode != 0)
            QSKIP("a build without training");
        cv::Mat colour;
        cv::merge(std::vector<cv::Mat>{greyScene(96, 80), greyScene(96, 80), greyScene(96, 80)},
                  colour);
        sandbox.write("photos/a.png", encoded(colour, ".png"));
        CliRun run = sandbox.run({"train-damage", "--data", "photos", "--out", "run", "--steps",
                                  "2", "--batch", "1", "--crop", "64", "--threads", "1"});
        QVERIFY2(run.exitCode == 0, run.err);
        run =
            sandbox.run({"evaluate-damage", "photos", "-m", "run/damage-1.safetensors", "--json"});
        QVERIFY2(run.exitCode == 0, run.err);
        QCOMPARE(run.objects().at(0)["photos"].toInt(), 1);
        QVERIFY(run.objects().at(0)["any"]["recall"].isDouble());
        QCOMPARE(sandbox.run({"train-damage", "--data", "photos", "--out", "x"}).exitCode, 2);
        QCOMPARE(sandbox.run({"evaluate-damage", "photos", "-m", "none"}).exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliDetect)
#include "test_detect.moc"
