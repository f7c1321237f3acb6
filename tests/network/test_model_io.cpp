#include "core/base/text.h"
#include "core/network/model_io.h"
#include "core/network/safetensors.h"
#include "core/network/tensor_io.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace autochrome;

namespace {

ModelCard smallCard()
{
    ModelCard card;
    card.name = "test";
    card.bins = {{0, 0}, {10, 0}, {0, -20}};
    card.prior = {0.5f, 0.25f, 0.25f};
    card.details = {{"seed", "1"}, {"licence", "CC0"}};
    return card;
}

} // namespace

class TestModelIo : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::filesystem::path file(const char* name) const
    {
        return folder_.filePath(name).toStdString();
    }

    std::filesystem::path savedModel(const char* name) const
    {
        torch::manual_seed(1);
        const auto path = file(name);
        if (!saveModel(path, ColorizerNetwork(3), smallCard()))
            qFatal("cannot save");
        return path;
    }

    static void rewrite(const std::filesystem::path& path,
                        const std::function<void(std::map<std::string, TensorView>&,
                                                 std::map<std::string, std::string>&)>& change)
    {
        const auto original = SafetensorsFile::read(path).value();
        auto tensors = original.tensors();
        auto metadata = original.metadata();
        change(tensors, metadata);
        QVERIFY(writeSafetensors(path, tensors, metadata).has_value());
    }

private Q_SLOTS:
    void roundTripKeepsWeightsAndCard()
    {
        torch::manual_seed(5);
        const ColorizerNetwork network(3);
        const auto saved = saveModel(file("whole"), network, smallCard());
        QVERIFY(saved.has_value());
        QCOMPARE(saved->weightsSha256.size(), std::size_t(64));
        const auto loaded = loadModel(file("whole"));
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->card.weightsSha256, saved->weightsSha256);
        QCOMPARE(loaded->card.bins, smallCard().bins);
        QCOMPARE(loaded->card.prior, smallCard().prior);
        QCOMPARE(loaded->card.details, smallCard().details);
        QVERIFY(!loaded->network->is_training());
        const auto before = stateOf(*network);
        for (const auto& [name, tensor] : stateOf(*loaded->network))
            QVERIFY2(torch::equal(tensor, before.at(name).to(torch::kHalf).to(torch::kFloat)),
                     name.c_str());
        QCOMPARE(readModelCard(file("whole"))->name, std::string("test"));
    }

    void refusesOtherModels_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"architecture", "version", "flipped bit", "missing tensor",
                                  "extra tensor", "other shape", "bins", "prior", "no card"})
            QTest::newRow(fault) << fault;
    }

    void refusesOtherModels()
    {
        QFETCH(QString, fault);
        const auto path = savedModel("bad");
        const std::vector<std::uint8_t> extra(4);
        rewrite(path, [&](auto& tensors, auto& metadata) {
            if (fault == "architecture")
                metadata["architecture"] = "resnet";
            else if (fault == "version")
                metadata["format_version"] = "99";
            else if (fault == "flipped bit")
                const_cast<std::uint8_t&>(tensors.at("head_q.weight").bytes[9]) ^= 4;
            else if (fault == "missing tensor")
                tensors.erase("head_ab.bias");
            else if (fault == "extra tensor")
                tensors["more"] = {TensorType::F32, {1}, extra};
            else if (fault == "other shape")
                tensors.at("head_q.weight").shape = {128, 3, 1, 1};
            else if (fault == "bins")
                metadata["bins"] = "[[0, 0], [1]]";
            else if (fault == "prior")
                metadata["prior"] = "[1]";
            else
                metadata.clear();
        });
        const auto loaded = loadModel(path);
        QVERIFY(!loaded.has_value());
        QCOMPARE(int(loaded.error().code), int(ErrorCode::ModelInvalid));
        QVERIFY(!inWords(loaded.error().message).empty());
    }

    void refusesATruncatedFile()
    {
        const auto path = savedModel("cut");
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        const auto loaded = loadModel(path);
        QVERIFY(!loaded.has_value());
        QCOMPARE(int(loaded.error().code), int(ErrorCode::ModelInvalid));
        QVERIFY(inWords(loaded.error().message).find("cut") != std::string::npos);
    }

    void encoderLoadsFromATorchvisionExport()
    {
        torch::manual_seed(9);
        EfficientNetB0Features encoder;
        auto state = stateOf(*encoder);
        state["features.8.0.weight"] = torch::rand({4, 4, 1, 1});
        state["classifier.1.bias"] = torch::rand({7});
        QVERIFY(saveTensors(file("encoder"), state, {}, false).has_value());
        ColorizerNetwork network(3);
        QVERIFY(loadEncoder(network, file("encoder")).has_value());
        const auto loaded = stateOf(*network->encoder);
        for (const auto& [name, tensor] : stateOf(*encoder))
            QVERIFY2(torch::equal(tensor, loaded.at(name)), name.c_str());

        state.erase("features.3.0.block.1.0.weight");
        QVERIFY(saveTensors(file("encoder"), state, {}, false).has_value());
        const auto refused = loadEncoder(network, file("encoder"));
        QVERIFY(!refused.has_value());
        QVERIFY(inWords(refused.error().message).find("features.3.0.block.1.0.weight") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestModelIo)
#include "test_model_io.moc"
