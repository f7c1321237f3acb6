#include "core/network/damage/damage_model.h"
#include "core/network/damage/damage_model_io.h"
#include "core/network/damage/fused_damage_network.h"
#include "core/network/model_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

namespace {

/// Random weights whose answers differ from place to place.
DamageNetwork livelyNetwork()
{
    torch::manual_seed(5);
    DamageNetwork network;
    const torch::NoGradGuard noGradients;
    network->train();
    for (int i = 0; i < 20; ++i) // gives batch norms their statistics
        network(torch::rand({2, 1, 64, 64}));
    network->eval();
    for (auto& item : network->named_parameters())
        if (item.key() == "head.weight")
            item.value().mul_(30);
    return network;
}

std::vector<float> picture(int rows, int cols)
{
    torch::manual_seed(9);
    const torch::Tensor values = torch::rand({rows, cols});
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

} // namespace

class TestDamageNetwork : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path path(const char* name) const
    {
        return folder_.filePath(name).toStdString();
    }

private Q_SLOTS:
    void isSmall()
    {
        const DamageNetwork network;
        QVERIFY(network->parameterCount() <= 1'000'000);
        QVERIFY(DamageNetworkImpl::multiplyAdds() <= 10'000);
        // What it says of itself is what its kernels do: each runs at a stride of its own.
        double sum = 0;
        for (const auto& item : network->named_parameters()) {
            if (item.value().dim() != 4)
                continue;
            const QString name = QString::fromStdString(item.key());
            const int level =
                name.startsWith("head") ? 0 : name[name.indexOf('.') - 1].digitValue();
            // A skip's 1x1 kernel runs below the level that it leads to.
            const int stride = 2 << (name.startsWith("narrow") ? level + 1 : level);
            sum += double(item.value().numel()) / (stride * stride);
        }
        QVERIFY(std::abs(sum / DamageNetworkImpl::multiplyAdds() - 1) < 1e-9);
    }

    void tellsOfEveryPixel()
    {
        DamageNetwork network = livelyNetwork();
        const torch::NoGradGuard noGradients;
        const torch::Tensor said = network(torch::rand({2, 1, 48, 80}));
        QVERIFY((said.sizes() == std::vector<std::int64_t>{2, damageKinds, 48, 80}));
    }

    void theFusedOneSaysTheSame()
    {
        DamageNetwork network = livelyNetwork();
        const torch::NoGradGuard noGradients;
        const torch::Tensor x = torch::rand({1, 1, 64, 96});
        const torch::Tensor plain = network(x);
        QVERIFY(plain.std().item<float>() > 0.1f);
        QVERIFY(torch::allclose(FusedDamageNetwork(network).forward(x), plain, 1e-3, 1e-3));
    }

    // No pixel farther away than it says has any influence.
    void seesNoFartherThanItSays()
    {
        DamageNetwork network = livelyNetwork();
        const torch::NoGradGuard noGradients;
        torch::Tensor one = torch::rand({1, 1, 32, 320});
        torch::Tensor other = one.clone();
        other.slice(3, 0, 32).uniform_();
        const torch::Tensor difference = (network(one) - network(other)).abs().amax({0, 1, 2});
        QVERIFY(difference[0].item<float>() > 1e-3);
        QVERIFY(difference.slice(0, 32 + DamageNetworkImpl::reach).max().item<float>() == 0);
    }

    void partsGiveWhatTheWholeGives_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("cols");
        QTest::newRow("multiples") << 320 << 448;
        QTest::newRow("others") << 251 << 333;
        QTest::newRow("tiny") << 1 << 3;
    }

    void partsGiveWhatTheWholeGives()
    {
        QFETCH(int, rows);
        QFETCH(int, cols);
        QVERIFY(saveDamageModel(path("lively.safetensors"), livelyNetwork(), {"lively", {}, {}}));
        const auto model = DamageModel::load(path("lively.safetensors")).value();
        const auto values = picture(rows, cols);
        const auto whole = model->look(values, rows, cols, Progress());
        const auto parts = model->look(values, rows, cols, Progress(), 128);
        QVERIFY(whole && parts);
        int different = 0;
        for (int kind = 0; kind < damageKinds; ++kind) {
            const auto& a = (*whole)[std::size_t(kind)];
            const auto& b = (*parts)[std::size_t(kind)];
            QCOMPARE(a.size(), std::size_t(rows) * std::size_t(cols));
            QCOMPARE(b.size(), a.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QVERIFY(std::abs(int(a[i]) - int(b[i])) <= 1); // rounded
                different += a[i] != b[i];
            }
        }
        QVERIFY2(different < rows * cols / 100 + 1, qPrintable(QString::number(different)));
    }

    void comesBackFromAFile()
    {
        DamageNetwork network = livelyNetwork();
        const auto card =
            saveDamageModel(path("a.safetensors"), network, {"a", {}, {{"seed", "5"}}});
        QVERIFY(card);
        auto loaded = loadDamageModel(path("a.safetensors"));
        QVERIFY(loaded);
        QCOMPARE(loaded->card.name, std::string("a"));
        QCOMPARE(loaded->card.details.at("seed"), std::string("5"));
        QCOMPARE(loaded->card.weightsSha256, card->weightsSha256);
        QCOMPARE(readDamageCard(path("a.safetensors")).value().name, std::string("a"));
        const torch::NoGradGuard noGradients;
        const torch::Tensor x = torch::rand({1, 1, 32, 32});
        QVERIFY((torch::sigmoid(network(x)) - torch::sigmoid(loaded->network(x)))
                    .abs()
                    .max()
                    .item<float>() < 0.02);
        // It is no model that gives colour, and none of those finds damage.
        QCOMPARE(readModelCard(path("a.safetensors")).error().code, ErrorCode::ModelInvalid);
    }

    void refusesADamagedFile()
    {
        QVERIFY(saveDamageModel(path("b.safetensors"), livelyNetwork(), {"b", {}, {}}));
        QFile file(QString::fromStdString(path("b.safetensors").string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() - 100);
        file.write("x");
        file.close();
        QCOMPARE(DamageModel::load(path("b.safetensors")).error().code, ErrorCode::ModelInvalid);
        QCOMPARE(DamageModel::load(path("none.safetensors")).error().code, ErrorCode::NotFound);
    }

    void canBeStopped()
    {
        QVERIFY(saveDamageModel(path("c.safetensors"), livelyNetwork(), {"c", {}, {}}));
        const auto model = DamageModel::load(path("c.safetensors")).value();
        Progress progress;
        progress.cancel();
        QCOMPARE(model->look(picture(40, 40), 40, 40, progress).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDamageNetwork)
#include "test_damage_network.moc"
