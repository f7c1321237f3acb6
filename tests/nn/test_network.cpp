#include "core/nn/fused_network.h"
#include "core/nn/network.h"
#include "core/nn/tensor_io.h"

#include <QTest>

using namespace autochrome;

namespace {

/// A network whose batch norms have statistics far from their defaults, so that folding them
/// wrongly shows.
ColorizerNetwork networkWithStatistics(int bins)
{
    torch::manual_seed(7);
    ColorizerNetwork network(bins);
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : stateOf(*network)) {
        if (name.ends_with("running_var"))
            tensor.uniform_(0.5, 2);
        else if (name.ends_with("running_mean"))
            tensor.uniform_(-0.3, 0.3);
    }
    network->eval();
    return network;
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("cols");
        QTest::newRow("smallest") << 32 << 32;
        QTest::newRow("landscape") << 64 << 96;
        QTest::newRow("portrait") << 160 << 32;
    }

    void shapes()
    {
        QFETCH(int, rows);
        QFETCH(int, cols);
        const torch::NoGradGuard noGrad;
        ColorizerNetwork network(17);
        network->eval();
        const NetworkOutput output = network->forward(torch::rand({2, 1, rows, cols}));
        QCOMPARE(output.logits.sizes().vec(),
                 (std::vector<std::int64_t>{2, 17, rows / 4, cols / 4}));
        QCOMPARE(output.ab.sizes().vec(), (std::vector<std::int64_t>{2, 2, rows / 4, cols / 4}));
    }

    void encoderKeepsTorchvisionNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("shape");
        // From torchvision's efficientnet_b0().state_dict().
        QTest::newRow("stem") << "features.0.0.weight" << QList<int>{32, 3, 3, 3};
        QTest::newRow("stem norm") << "features.0.1.running_var" << QList<int>{32};
        QTest::newRow("first depthwise")
            << "features.1.0.block.0.0.weight" << QList<int>{32, 1, 3, 3};
        QTest::newRow("first SE") << "features.1.0.block.1.fc1.weight" << QList<int>{8, 32, 1, 1};
        QTest::newRow("expansion") << "features.2.0.block.0.0.weight" << QList<int>{96, 16, 1, 1};
        QTest::newRow("depthwise") << "features.3.1.block.1.0.weight" << QList<int>{240, 1, 5, 5};
        QTest::newRow("SE bias") << "features.5.2.block.2.fc2.bias" << QList<int>{672};
        QTest::newRow("projection")
            << "features.7.0.block.3.0.weight" << QList<int>{320, 1152, 1, 1};
    }

    void encoderKeepsTorchvisionNames()
    {
        QFETCH(QString, name);
        QFETCH(QList<int>, shape);
        const auto state = stateOf(*EfficientNetB0Features());
        const auto found = state.find(name.toStdString());
        QVERIFY(found != state.end());
        const auto sizes = found->second.sizes();
        QVERIFY(std::equal(sizes.begin(), sizes.end(), shape.begin(), shape.end()));
    }

    void encoderHasTorchvisionsParameterCount()
    {
        // torchvision's efficientnet_b0 has 5,288,548 parameters; without the classifier
        // (1280 x 1000 + 1000) and features.8 (320 x 1280 + 2 x 1280) 3,595,388 remain.
        std::int64_t count = 0;
        for (const auto& parameter : EfficientNetB0Features()->parameters())
            count += parameter.numel();
        QCOMPARE(count, std::int64_t(3'595'388));
    }

    void fusedGivesWhatTrainingCodeGives()
    {
        const torch::NoGradGuard noGrad;
        ColorizerNetwork network = networkWithStatistics(23);
        const FusedNetwork fused(network, torch::kCPU);
        const torch::Tensor luminance = torch::rand({1, 1, 96, 64});
        const NetworkOutput expected = network->forward(luminance);
        const NetworkOutput actual = fused.forward(luminance);
        const double scale = expected.logits.abs().max().item<double>();
        QVERIFY(scale > 0.01);
        QVERIFY((actual.logits - expected.logits).abs().max().item<double>() < 1e-4 * scale);
        QVERIFY((actual.ab - expected.ab).abs().max().item<double>() <
                1e-4 * expected.ab.abs().max().item<double>());
    }

    void stochasticDepthActsOnlyInTraining()
    {
        const torch::NoGradGuard noGrad;
        torch::manual_seed(3);
        EfficientNetB0Features encoder(0.9);
        const torch::Tensor rgb = torch::rand({1, 3, 64, 64});
        encoder->eval();
        QVERIFY(torch::equal(encoder(rgb).stride32, encoder(rgb).stride32));
        encoder->train();
        QVERIFY(!torch::equal(encoder(rgb).stride32, encoder(rgb).stride32));
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "test_network.moc"
