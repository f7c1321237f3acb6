#include "core/learn/loop/loss.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

namespace {

/// Neutral and its four neighbours.
ColourBins cross()
{
    ColourBins bins;
    bins.centres = {{-10, 0}, {0, -10}, {0, 0}, {0, 10}, {10, 0}};
    return bins;
}

constexpr int neutral = 2;

torch::Tensor colourMap(float a, float b)
{
    return torch::tensor({a, b}).view({1, 2, 1, 1});
}

} // namespace

class TestLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uniformLogits();
    void softTargetByHand();
    void weightOfTheNearestBin();
    void regressionByHand();
    void partsCanBeSwitchedOff();
    void errorOfAPhotoByHand_data();
    void errorOfAPhotoByHand();
    void paleAndVividPhotosPullAlike();
    void photoErrorOfTheRegressionAlone();
    void averagesOverCells();
    void coloursBeyondTheTableAreClamped();
    void gradientIsSoftmaxMinusTarget();
    void annealedMeanByHand();
    void confidenceByHand();
};

void TestLoss::uniformLogits()
{
    const ColourLoss loss(cross(), {1, 1, 1, 1, 1}, {1, 0}, torch::kCPU);
    const auto parts =
        loss({torch::zeros({1, 5, 1, 1}), torch::zeros({1, 2, 1, 1})}, colourMap(3, 4));
    QVERIFY(std::fabs(parts.total.item<double>() - std::log(5.0)) < 1e-6);
}

void TestLoss::softTargetByHand()
{
    // Truth neutral: shares 1 : e^-2 (four times). Logits 3 on neutral, 1 on the first.
    const double neighbour = std::exp(-2.0);
    const double sum = 1 + 4 * neighbour;
    const double normaliser = std::log(std::exp(3.0) + std::exp(1.0) + 3);
    const double expected = normaliser - (3.0 + neighbour * 1.0) / sum;
    torch::Tensor logits = torch::zeros({1, 5, 1, 1});
    logits[0][neutral][0][0] = 3;
    logits[0][0][0][0] = 1;
    const ColourLoss loss(cross(), {1, 1, 1, 1, 1}, {1, 0}, torch::kCPU);
    const auto parts = loss({logits, torch::zeros({1, 2, 1, 1})}, colourMap(0, 0));
    QVERIFY(std::fabs(parts.crossEntropy.item<double>() - expected) < 1e-5);
}

void TestLoss::weightOfTheNearestBin()
{
    const ColourLoss loss(cross(), {7, 1, 1, 1, 1}, {1, 0}, torch::kCPU);
    const NetworkOutput output{torch::zeros({1, 5, 1, 1}), torch::zeros({1, 2, 1, 1})};
    QVERIFY(std::fabs(loss(output, colourMap(-8, 1)).total.item<double>() - 7 * std::log(5.0)) <
            1e-5);
    QVERIFY(std::fabs(loss(output, colourMap(8, 1)).total.item<double>() - std::log(5.0)) < 1e-5);
}

void TestLoss::regressionByHand()
{
    // Truth (11, -22) is (0.1, -0.2); predicted (0.3, 0): squares 0.04 and 0.04, weight 2,
    // times 10.
    const ColourLoss loss(cross(), {1, 2, 1, 1, 1}, {0, 10}, torch::kCPU);
    const auto parts =
        loss({torch::zeros({1, 5, 1, 1}), torch::tensor({0.3f, 0.0f}).view({1, 2, 1, 1})},
             colourMap(11, -22));
    QVERIFY(std::fabs(parts.regression.item<double>() - 2 * 0.04) < 1e-6);
    QVERIFY(std::fabs(parts.total.item<double>() - 10 * 2 * 0.04) < 1e-5);
}

void TestLoss::partsCanBeSwitchedOff()
{
    const NetworkOutput output{torch::zeros({1, 5, 1, 1}), torch::zeros({1, 2, 1, 1})};
    const ColourLoss onlyRegression(cross(), {1, 1, 1, 1, 1}, {0, 1}, torch::kCPU);
    QVERIFY(!onlyRegression(output, colourMap(0, 0)).crossEntropy.defined());
    const ColourLoss onlyEntropy(cross(), {1, 1, 1, 1, 1}, {1, 0}, torch::kCPU);
    QVERIFY(!onlyEntropy(output, colourMap(0, 0)).regression.defined());
    const ColourLoss both(cross(), {1, 1, 1, 1, 1}, {2, 10}, torch::kCPU);
    const auto parts = both(output, colourMap(11, 0));
    QVERIFY(std::fabs(parts.total.item<double>() - (2 * std::log(5.0) + 10 * 0.01 / 2)) < 1e-5);
}

void TestLoss::errorOfAPhotoByHand_data()
{
    QTest::addColumn<double>("vividness");
    QTest::addColumn<QList<float>>("truth"); // a*, b*
    QTest::addColumn<double>("meanSquare");
    // Logits 1000 on (10, 0): that is the decoded colour.
    QTest::newRow("right") << 1.0 << QList<float>{10, 0} << 0.0;
    QTest::newRow("off in one channel") << 1.0 << QList<float>{10, 8} << 32.0;
    QTest::newRow("off in both") << 1.0 << QList<float>{4, 8} << 50.0;
    QTest::newRow("as vivid as asked for") << 1.25 << QList<float>{8, 0} << 0.0;
    QTest::newRow("too pale for it") << 1.25 << QList<float>{10, 0} << 2.0;
}

void TestLoss::errorOfAPhotoByHand()
{
    QFETCH(const double, vividness);
    QFETCH(const QList<float>, truth);
    QFETCH(const double, meanSquare);
    torch::Tensor logits = torch::zeros({1, 5, 1, 1});
    logits[0][4][0][0] = 1000;
    const ColourLoss loss(cross(), {1, 7, 1, 1, 1}, {1, 0, 3, vividness}, torch::kCPU);
    const auto parts = loss({logits, torch::zeros({1, 2, 1, 1})}, colourMap(truth[0], truth[1]));
    QVERIFY(std::fabs(parts.photo.item<double>() - std::log1p(meanSquare / 16)) < 1e-5);
    QVERIFY(std::fabs(parts.total.item<double>() - parts.crossEntropy.item<double>() -
                      3 * parts.photo.item<double>()) < 1e-4);
}

void TestLoss::paleAndVividPhotosPullAlike()
{
    // Predicted grey: the squared error would pull 25 times as hard, in all, at the vivid photo.
    const ColourLoss loss(cross(), {1, 1, 1, 1, 1}, {0, 0, 1, 1}, torch::kCPU);
    torch::Tensor grey = torch::zeros({2, 2, 1, 1}, torch::requires_grad());
    const torch::Tensor ab = torch::cat({colourMap(20, 0), colourMap(100, 0)});
    loss({torch::zeros({2, 5, 1, 1}), grey}, ab).total.backward();
    const double pale = grey.grad()[0][0][0][0].item<double>() * 20;
    const double vivid = grey.grad()[1][0][0][0].item<double>() * 100;
    QVERIFY(pale < 0 && vivid < 0);
    QVERIFY(pale / vivid > 0.9 && pale / vivid < 1.1);
}

void TestLoss::photoErrorOfTheRegressionAlone()
{
    const ColourLoss loss(cross(), {1, 1, 1, 1, 1}, {0, 10, 1, 1}, torch::kCPU);
    const torch::Tensor ab = torch::tensor({0.1f, 0.0f}).view({1, 2, 1, 1}); // (11, 0)
    const auto parts = loss({torch::zeros({1, 5, 1, 1}), ab}, colourMap(11, 8));
    QVERIFY(std::fabs(parts.photo.item<double>() - std::log1p(32.0 / 16)) < 1e-5);
}

void TestLoss::averagesOverCells()
{
    const ColourLoss loss(cross(), {3, 1, 1, 1, 1}, {1, 0}, torch::kCPU);
    const torch::Tensor ab = torch::tensor({-10.0f, 10.0f, 0.0f, 0.0f}).view({1, 2, 1, 2});
    const auto parts = loss({torch::zeros({1, 5, 1, 2}), torch::zeros({1, 2, 1, 2})}, ab);
    QVERIFY(std::fabs(parts.total.item<double>() - 2 * std::log(5.0)) < 1e-5);
}

void TestLoss::coloursBeyondTheTableAreClamped()
{
    const ColourLoss loss(cross(), {1, 1, 1, 1, 1}, {1, 1}, torch::kCPU);
    const NetworkOutput output{torch::zeros({1, 5, 1, 1}), torch::zeros({1, 2, 1, 1})};
    QVERIFY(std::isfinite(loss(output, colourMap(500, -500)).total.item<double>()));
}

void TestLoss::gradientIsSoftmaxMinusTarget()
{
    const ColourLoss loss(cross(), {1, 1, 1, 1, 1}, {1, 0}, torch::kCPU);
    torch::Tensor logits = torch::zeros({1, 5, 1, 1}, torch::requires_grad());
    loss({logits, torch::zeros({1, 2, 1, 1})}, colourMap(0, 0)).total.backward();
    const double neighbour = std::exp(-2.0);
    const double share = 1 / (1 + 4 * neighbour);
    QVERIFY(std::fabs(logits.grad()[0][neutral][0][0].item<double>() - (0.2 - share)) < 1e-6);
    QVERIFY(std::fabs(logits.grad()[0][0][0][0].item<double>() - (0.2 - share * neighbour)) < 1e-6);
}

void TestLoss::annealedMeanByHand()
{
    // Logits 0 and 1 at T = 0.5: shares 1 : e^2.
    const torch::Tensor logits = torch::tensor({0.0f, 1.0f}).view({1, 2, 1, 1});
    const torch::Tensor centres = torch::tensor({10.0f, -20.0f, 30.0f, 40.0f}).view({2, 2});
    const double share = std::exp(2.0) / (1 + std::exp(2.0));
    const torch::Tensor mean = annealedMean(logits, centres, 0.5);
    QVERIFY(std::fabs(mean[0][0][0][0].item<double>() - (10 + 20 * share)) < 1e-4);
    QVERIFY(std::fabs(mean[0][1][0][0].item<double>() - (-20 + 60 * share)) < 1e-4);
}

void TestLoss::confidenceByHand()
{
    QVERIFY(std::fabs(confidenceOf(torch::zeros({1, 8, 1, 1})).item<double>()) < 1e-6);
    torch::Tensor certain = torch::zeros({1, 8, 1, 1});
    certain[0][3][0][0] = 100;
    QVERIFY(std::fabs(confidenceOf(certain).item<double>() - 1) < 1e-6);
    // Two of eight equally likely: 1 - log 2 / log 8.
    certain[0][4][0][0] = 100;
    QVERIFY(std::fabs(confidenceOf(certain).item<double>() - 2.0 / 3) < 1e-6);
}

QTEST_GUILESS_MAIN(TestLoss)
#include "test_loss.moc"
