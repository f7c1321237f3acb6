#include "core/colour/rebalancing.h"

#include <QtTest>
#include <cmath>
#include <numeric>

using namespace autochrome;

namespace {

/// Three bins in a row.
ColourBins row()
{
    ColourBins bins;
    bins.centres = {{0, 0}, {10, 0}, {20, 0}};
    return bins;
}

} // namespace

class TestRebalancing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightsOfTwoColours();
    void peakOfTwentyPercent();
    void lambdaOneIsNoRebalancing();
    void lambdaZeroIsInverseFrequency();
    void unseenColourStaysFinite();
    void smoothingSpreadsOverNeighbours();
    void emptyHistogramIsUniform();
};

void TestRebalancing::weightsOfTwoColours()
{
    // p = (0.8, 0.2), lambda 0.5: 1 / (0.4 + 0.25) and 1 / (0.1 + 0.25), over their mean under p.
    const double first = 1 / 0.65;
    const double second = 1 / 0.35;
    const double mean = 0.8 * first + 0.2 * second;
    const auto weights = rebalancingWeights({0.8f, 0.2f}, 0.5f);
    QCOMPARE(int(weights.size()), 2);
    QVERIFY(std::fabs(weights[0] - first / mean) < 1e-5);
    QVERIFY(std::fabs(weights[1] - second / mean) < 1e-5);
    QVERIFY(std::fabs(0.8 * weights[0] + 0.2 * weights[1] - 1) < 1e-6);
}

void TestRebalancing::peakOfTwentyPercent()
{
    // Of 313 bins one holds 20 %: at lambda = 0.9 a rare colour weighs about 8 times as much, at
    // lambda = 0.5 about 64 times.
    std::vector<float> prior(313, 0.8f / 311);
    prior[0] = 0.2f;
    prior[1] = 0;
    const auto soft = rebalancingWeights(prior, 0.9f);
    QVERIFY(std::fabs(soft[1] / soft[0] - (0.02 + 0.9 / 313) / (0.9 / 313)) < 1e-3);
    const auto hard = rebalancingWeights(prior, 0.5f);
    QVERIFY(std::fabs(hard[1] / hard[0] - (0.1 + 0.5 / 313) / (0.5 / 313)) < 1e-2);
}

void TestRebalancing::lambdaOneIsNoRebalancing()
{
    for (float weight : rebalancingWeights({0.7f, 0.2f, 0.1f}, 1.0f))
        QVERIFY(std::fabs(weight - 1) < 1e-6);
}

void TestRebalancing::lambdaZeroIsInverseFrequency()
{
    const auto weights = rebalancingWeights({0.5f, 0.25f, 0.25f}, 0.0f);
    QVERIFY(std::fabs(weights[1] / weights[0] - 2) < 1e-5);
}

void TestRebalancing::unseenColourStaysFinite()
{
    for (float weight : rebalancingWeights({1.0f, 0.0f}, 0.0f))
        QVERIFY(std::isfinite(weight));
}

void TestRebalancing::smoothingSpreadsOverNeighbours()
{
    const auto prior = smoothedPrior(row(), {0, 4, 0}, 5);
    const double neighbour = std::exp(-2.0);
    QVERIFY(std::fabs(prior[0] - neighbour / (1 + 2 * neighbour)) < 1e-6);
    QVERIFY(std::fabs(prior[1] - 1 / (1 + 2 * neighbour)) < 1e-6);
    QVERIFY(std::fabs(prior[2] - prior[0]) < 1e-6);
    // Mass at the border does not leak out of the gamut.
    const auto border = smoothedPrior(row(), {3, 0, 1}, 5);
    QVERIFY(std::fabs(std::accumulate(border.begin(), border.end(), 0.0) - 1) < 1e-6);
    QVERIFY(border[0] > border[2] && border[2] > border[1] * 0.5f);
}

void TestRebalancing::emptyHistogramIsUniform()
{
    for (float p : smoothedPrior(row(), {0, 0, 0}))
        QVERIFY(std::fabs(p - 1.0f / 3) < 1e-6);
}

QTEST_GUILESS_MAIN(TestRebalancing)
#include "test_rebalancing.moc"
