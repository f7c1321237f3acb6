#include "tests/cli/cli_sandbox.h"
#include "tests/cli/test_files.h"

#include <QJsonDocument>
#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

// A scene with edges all over, from one code to another.
cv::Mat between(int low, int high)
{
    cv::Mat coarse(12, 16, CV_8UC1);
    cv::theRNG().state = 11;
    cv::randu(coarse, low, high + 1);
    cv::Mat scene;
    cv::resize(coarse, scene, {320, 240}, 0, 0, cv::INTER_NEAREST);
    return scene;
}

std::pair<double, double> rangeOf(const cv::Mat& picture)
{
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    double low = 0, high = 0;
    cv::minMaxLoc(grey, &low, &high);
    return {low, high};
}

} // namespace

/// What `colorize` does to the tones of a photo.
class TestCliTone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsTheTones_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("isSpread");
        QTest::newRow("as they are") << QStringList() << false;
        QTest::newRow("off") << QStringList{"--tone", "off"} << false;
        QTest::newRow("auto") << QStringList{"--tone", "auto"} << true;
        QTest::newRow("curve") << QStringList{"--curve", "31,0 68,100"} << true;
    }

    void spreadsTheTones()
    {
        QFETCH(QStringList, options);
        QFETCH(bool, isSpread);
        CliSandbox sandbox;
        sandbox.write("faded.png", encoded(between(70, 170), ".png"));
        const CliRun run =
            sandbox.run(QStringList{"colorize", "faded.png", "--strength", "0"} + options);
        QVERIFY2(run.exitCode == 0, run.err);
        const auto [low, high] = rangeOf(decoded(sandbox.read("faded_colour.png")));
        QVERIFY2(isSpread ? low < 12 && high > 243 : low > 65 && high < 175,
                 qPrintable(QString("%1 to %2").arg(low).arg(high)));
    }

    // A sentence names the option and what it has to be; nothing is written.
    void refusesACurveOutOfOrder()
    {
        CliSandbox sandbox;
        sandbox.write("a.jpg", smallJpeg());
        for (const char* curve : {"50,60 0,0 100,100", "0,0", "0,0 50,nan", "0,50 100,20"}) {
            const CliRun run = sandbox.run({"colorize", "a.jpg", "--curve", curve});
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.err.contains("--curve") && run.err.contains("in rising order"), run.err);
        }
        QCOMPARE(sandbox.files(), QStringList{"a.jpg"});
    }
};

QTEST_GUILESS_MAIN(TestCliTone)
#include "test_tone.moc"
