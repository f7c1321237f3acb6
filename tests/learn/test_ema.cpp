#include "core/learn/loop/ema.h"
#include "core/network/tensor_io.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

class TestEma : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAsACopy();
    void averagesWeightsAndStatistics();
    void reachesItsDecay();
    void zeroDecayFollows();
};

void TestEma::startsAsACopy()
{
    ColorizerNetwork network(5);
    Ema ema(network, 0.998);
    const auto average = stateOf(*ema.network());
    for (const auto& [name, tensor] : stateOf(*network)) {
        QVERIFY2(torch::equal(tensor, average.at(name)), name.c_str());
        QVERIFY2(tensor.data_ptr() != average.at(name).data_ptr(), name.c_str());
    }
    QVERIFY(!ema.network()->is_training());
}

void TestEma::averagesWeightsAndStatistics()
{
    ColorizerNetwork network(5);
    const torch::NoGradGuard noGrad;
    network->head_ab->bias.fill_(1);
    auto state = stateOf(*network);
    torch::Tensor statistic;
    std::string statisticName;
    for (auto& [name, tensor] : state)
        if (name.ends_with("running_var")) {
            statistic = tensor;
            statisticName = name;
        }
    statistic.fill_(1);
    Ema ema(network, 0.998);
    network->head_ab->bias.fill_(12);
    statistic.fill_(12);
    ema.update(network);
    // The first decay is 2/11.
    const double expected = 1 * 2.0 / 11 + 12 * 9.0 / 11;
    QVERIFY(std::fabs(ema.network()->head_ab->bias[0].item<double>() - expected) < 1e-5);
    const auto average = stateOf(*ema.network());
    QVERIFY(std::fabs(average.at(statisticName)[0].item<double>() - expected) < 1e-5);
}

void TestEma::reachesItsDecay()
{
    ColorizerNetwork network(5);
    const torch::NoGradGuard noGrad;
    network->head_ab->bias.fill_(0);
    Ema ema(network, 0.998);
    ema.setUpdates(1000000);
    network->head_ab->bias.fill_(1);
    ema.update(network);
    QVERIFY(std::fabs(ema.network()->head_ab->bias[0].item<double>() - 0.002) < 1e-6);
    QCOMPARE(ema.updates(), std::int64_t(1000001));
}

void TestEma::zeroDecayFollows()
{
    ColorizerNetwork network(5);
    Ema ema(network, 0);
    const torch::NoGradGuard noGrad;
    network->head_ab->bias.fill_(3);
    ema.update(network);
    QCOMPARE(ema.network()->head_ab->bias[0].item<double>(), 3.0);
}

QTEST_GUILESS_MAIN(TestEma)
#include "test_ema.moc"
