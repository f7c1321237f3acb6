#include "core/measure/metrics/metrics.h"

#include <QtTest>
#include <cmath>
#include <vector>

using namespace autochrome;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colourfulnessByHand();
    void truthIsPerfect();
    void greyScoresNothing();
    void abPsnrByHand();
    void photosCountTheSame();
    void confidentShare();
    void emptyIsZero();
};

void TestMetrics::colourfulnessByHand()
{
    const std::vector<float> grey{10, 10, 10, 200, 200, 200};
    QCOMPARE(colourfulness(grey), 0.0);
    // Red and blue pixel: rg = 255, 0; yb = 127.5, -255. Means 127.5, -63.75; variances 127.5^2,
    // 191.25^2.
    const std::vector<float> redBlue{255, 0, 0, 0, 0, 255};
    const double expected = std::hypot(127.5, 191.25) + 0.3 * std::hypot(127.5, 63.75);
    QVERIFY(std::fabs(colourfulness(redBlue) - expected) < 1e-9);
    // The differences are signed: a uniform colour has no variance.
    const std::vector<float> uniform{100, 50, 50, 100, 50, 50};
    QVERIFY(std::fabs(colourfulness(uniform) - 0.3 * std::hypot(50.0, 25.0)) < 1e-9);
}

void TestMetrics::truthIsPerfect()
{
    const std::vector<float> lightness{50, 60, 40};
    const std::vector<float> ab{20, -10, 5, 10, 30, -20};
    MetricsCollector collector;
    collector.add(lightness, ab, ab, {});
    const ColourMetrics result = collector.result();
    QCOMPARE(result.psnr, 100.0);
    QCOMPARE(result.abPsnr, 100.0);
    QCOMPARE(result.ciede2000, 0.0);
    QCOMPARE(result.ciedeRatio, 0.0);
    QVERIFY(std::fabs(result.colourfulnessRatio - 1) < 1e-9);
}

void TestMetrics::greyScoresNothing()
{
    const std::vector<float> lightness{50, 60};
    const std::vector<float> truth{20, -10, 10, 30};
    const std::vector<float> grey(4, 0.0f);
    MetricsCollector collector;
    collector.add(lightness, truth, grey, {});
    const ColourMetrics result = collector.result();
    QVERIFY(std::fabs(result.abGain) < 1e-9);
    QVERIFY(std::fabs(result.psnr - result.greyPsnr) < 1e-9);
    QVERIFY(std::fabs(result.ciedeRatio - 1) < 1e-9);
    QVERIFY(result.colourfulnessRatio < 0.01);
}

void TestMetrics::abPsnrByHand()
{
    // Errors of 3 and 4 on one pixel: mean square 12.5; without colour 10 and 0: 50.
    const std::vector<float> lightness{50};
    const std::vector<float> truth{10, 0};
    const std::vector<float> guess{7, 4};
    MetricsCollector collector;
    collector.add(lightness, truth, guess, {});
    QVERIFY(std::fabs(collector.result().abPsnr - 10 * std::log10(255.0 * 255 / 12.5)) < 1e-9);
    QVERIFY(std::fabs(collector.result().abGain - 10 * std::log10(4.0)) < 1e-9);
}

void TestMetrics::photosCountTheSame()
{
    MetricsCollector collector;
    collector.add(std::vector<float>{50}, std::vector<float>{10, 0}, std::vector<float>{0, 0}, {});
    collector.add(std::vector<float>(4, 50.0f), std::vector<float>(8, 10.0f),
                  std::vector<float>(8, 5.0f), {});
    const double first = 10 * std::log10(255.0 * 255 / 50);
    const double second = 10 * std::log10(255.0 * 255 / 25);
    QCOMPARE(collector.result().photos, std::int64_t(2));
    QVERIFY(std::fabs(collector.result().abPsnr - (first + second) / 2) < 1e-9);
}

void TestMetrics::confidentShare()
{
    MetricsCollector collector;
    collector.add(std::vector<float>{50}, std::vector<float>{10, 0}, std::vector<float>{0, 0},
                  std::vector<float>{0.1f, 0.5f, 0.7f, 0.49f});
    QCOMPARE(collector.result().confidentShare, 0.5);
}

void TestMetrics::emptyIsZero()
{
    QCOMPARE(MetricsCollector().result().photos, std::int64_t(0));
    QCOMPARE(MetricsCollector().result().psnr, 0.0);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "test_metrics.moc"
