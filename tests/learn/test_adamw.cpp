#include "core/learn/loop/adamw.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

class TestAdamW : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(3); }
    void twoStepsByHand();
    void decaysKernelsOnly();
    void clipsByTheWholeNorm();
    void headsWithoutGradientStay();

private:
    /// Gives every parameter of the network the gradient `value`.
    static void setGradients(ColorizerNetwork& network, double value)
    {
        for (auto& parameter : network->parameters())
            parameter.mutable_grad() = torch::full_like(parameter, value);
    }
};

void TestAdamW::twoStepsByHand()
{
    ColorizerNetwork network(5);
    AdamW optimiser(network, 0);
    const double decoderStart = network->head_q->bias[0].item<double>();
    const torch::Tensor encoderWeight = network->encoder->parameters().front();
    const double encoderStart = encoderWeight.flatten()[0].item<double>();

    setGradients(network, 0.5);
    optimiser.step(1e-4, 1e-2);
    // After bias correction the first step is rate * sign(gradient).
    QVERIFY(std::fabs(network->head_q->bias[0].item<double>() - (decoderStart - 1e-2)) < 1e-6);
    QVERIFY(std::fabs(encoderWeight.flatten()[0].item<double>() - (encoderStart - 1e-4)) < 1e-6);

    setGradients(network, -0.1);
    optimiser.step(1e-4, 1e-2);
    const double mean = (0.9 * 0.1 * 0.5 + 0.1 * -0.1) / (1 - 0.9 * 0.9);
    const double square = (0.999 * 0.001 * 0.25 + 0.001 * 0.01) / (1 - 0.999 * 0.999);
    const double expected = decoderStart - 1e-2 - 1e-2 * mean / (std::sqrt(square) + 1e-8);
    QVERIFY(std::fabs(network->head_q->bias[0].item<double>() - expected) < 1e-6);
    QCOMPARE(optimiser.steps(), std::int64_t(2));
}

void TestAdamW::decaysKernelsOnly()
{
    ColorizerNetwork network(5);
    AdamW optimiser(network, 0.5);
    const torch::NoGradGuard noGrad;
    network->head_q->bias.fill_(2.0);
    network->head_q->weight.fill_(2.0);
    setGradients(network, 0);
    optimiser.step(1e-4, 0.1);
    QVERIFY(std::fabs(network->head_q->bias[0].item<double>() - 2.0) < 1e-6);
    QVERIFY(std::fabs(network->head_q->weight.flatten()[0].item<double>() - 2.0 * 0.95) < 1e-6);
}

void TestAdamW::clipsByTheWholeNorm()
{
    ColorizerNetwork network(5);
    AdamW optimiser(network, 0);
    setGradients(network, 0.01);
    double count = 0;
    for (const auto& parameter : network->parameters())
        count += double(parameter.numel());
    const double norm = 0.01 * std::sqrt(count);
    QVERIFY(std::fabs(optimiser.clipGradients(5) / norm - 1) < 1e-3);
    QVERIFY(std::fabs(network->head_q->bias.grad()[0].item<double>() / (0.01 * 5 / norm) - 1) <
            1e-3);
    // A small gradient is left alone, and so is any if the limit is 0.
    setGradients(network, 1e-6);
    optimiser.clipGradients(5);
    QVERIFY(std::fabs(network->head_q->bias.grad()[0].item<double>() - 1e-6) < 1e-10);
    setGradients(network, 1);
    optimiser.clipGradients(0);
    QCOMPARE(network->head_q->bias.grad()[0].item<double>(), 1.0);
}

void TestAdamW::headsWithoutGradientStay()
{
    ColorizerNetwork network(5);
    AdamW optimiser(network, 0.5);
    setGradients(network, 0.5);
    network->head_q->weight.mutable_grad().reset();
    const torch::Tensor before = network->head_q->weight.detach().clone();
    optimiser.step(1e-3, 1e-3);
    QVERIFY(torch::equal(network->head_q->weight, before));
}

QTEST_GUILESS_MAIN(TestAdamW)
#include "test_adamw.moc"
