#include "core/network/batch_norm.h"
#include "core/network/fused_network.h"
#include "core/network/network.h"
#include "core/network/tensor_io.h"

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

    void designs_data()
    {
        QTest::addColumn<bool>("isPlain");
        QTest::addColumn<bool>("hasSkips");
        QTest::addColumn<QString>("architecture");
        QTest::newRow("shipped") << false << true << "autochrome-efficientnet_b0-unet";
        QTest::newRow("no skips") << false << false << "autochrome-efficientnet_b0-noskip";
        QTest::newRow("plain") << true << true << "autochrome-plain_cnn-unet";
        QTest::newRow("plain, no skips") << true << false << "autochrome-plain_cnn-noskip";
    }

    void designs()
    {
        QFETCH(bool, isPlain);
        QFETCH(bool, hasSkips);
        QFETCH(QString, architecture);
        const NetworkDesign design{isPlain ? NetworkDesign::Encoder::PlainCnn
                                           : NetworkDesign::Encoder::EfficientNetB0,
                                   hasSkips};
        QCOMPARE(QString::fromStdString(design.architecture()), architecture);
        QVERIFY(NetworkDesign::fromArchitecture(architecture.toStdString()) == design);
        ColorizerNetwork network(5, design);
        const NetworkOutput output = network->forward(torch::rand({2, 1, 64, 32}));
        QCOMPARE(output.ab.sizes().vec(), (std::vector<std::int64_t>{2, 2, 16, 8}));
        (output.ab.sum() + output.logits.square().sum()).backward();
        for (const auto& parameter : network->named_parameters())
            QVERIFY2(parameter.value().grad().defined(), parameter.key().c_str());
    }

    void unknownDesign()
    {
        QVERIFY(!NetworkDesign::fromArchitecture("autochrome-resnet-unet"));
        QVERIFY(!NetworkDesign::fromArchitecture(""));
    }

    /// A share that is the whole batch has to change nothing, backward neither.
    void sharedBatchNorm()
    {
        torch::manual_seed(3);
        BatchNorm alone(6);
        BatchNorm shared(6);
        int sums = 0;
        shared->setShare(
            std::make_shared<BatchShare>(BatchShare{0, 1, [&sums](torch::Tensor&) { ++sums; }}));
        const torch::Tensor x = torch::randn({4, 6, 3, 5}) * 3 + 2;
        const torch::Tensor pull = torch::randn_like(x);
        std::vector<torch::Tensor> results[2];
        for (const bool isShared : {false, true}) {
            BatchNorm& norm = isShared ? shared : alone;
            torch::Tensor input = x.clone().requires_grad_();
            const torch::Tensor y = norm(input);
            (y * pull).sum().backward();
            auto& all = results[isShared];
            all = {y.detach(), input.grad()};
            for (const torch::Tensor& parameter : norm->parameters())
                all.push_back(parameter.grad());
            for (const torch::Tensor& buffer : norm->buffers())
                all.push_back(buffer);
        }
        QCOMPARE(sums, 2); // once forward, once backward
        QCOMPARE(results[0].size(), std::size_t(6));
        for (std::size_t i = 0; i < results[0].size(); ++i)
            QVERIFY2(torch::allclose(results[0][i], results[1][i], 1e-4, 1e-5),
                     qPrintable(QString::number(i)));
        shared->eval();
        shared(x);
        QCOMPARE(sums, 2);
    }

    void stochasticDepth_data()
    {
        QTest::addColumn<double>("depth");
        QTest::addColumn<bool>("trains");
        QTest::addColumn<bool>("isChance");
        QTest::newRow("off") << 0.0 << true << false;
        QTest::newRow("often") << 0.8 << true << true;
        QTest::newRow("in use") << 0.8 << false << false;
    }

    /// Whether chance has a say in what the network makes of a photo.
    void stochasticDepth()
    {
        QFETCH(const double, depth);
        QFETCH(const bool, trains);
        const torch::NoGradGuard noGrad;
        torch::manual_seed(5);
        ColorizerNetwork network(7);
        network->setStochasticDepth(depth);
        network->train(trains);
        const torch::Tensor photos = torch::rand({4, 1, 64, 64});
        const torch::Tensor once = network->forward(photos).ab;
        const torch::Tensor again = network->forward(photos).ab;
        QTEST(!torch::equal(once, again), "isChance");
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
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "test_network.moc"
