#include "core/base/text.h"
#include "core/network/colour_model.h"
#include "core/network/model_io.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <thread>

using namespace autochrome;

namespace {

const std::vector<std::array<float, 2>> centres{{0, 0}, {60, 0}, {0, -80}};

} // namespace

class TestColourModel : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;

    /// A model whose distribution head ignores the picture: only its biases speak.
    std::filesystem::path modelWithLogits(const std::vector<float>& logits)
    {
        const torch::NoGradGuard noGrad;
        ColorizerNetwork network(3);
        network->head_q->weight.zero_();
        network->head_q->bias.copy_(torch::tensor(logits));
        ModelCard card;
        card.name = "biased";
        card.bins = centres;
        card.prior = {0.4f, 0.3f, 0.3f};
        const std::filesystem::path path = folder_.filePath("m.safetensors").toStdString();
        if (!saveModel(path, network, card))
            qFatal("cannot save");
        return path;
    }

private Q_SLOTS:
    void decodesTheAnnealedMean_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::newRow("mean") << 1.0;
        QTest::newRow("annealed") << 0.38;
        QTest::newRow("towards the mode") << 0.05;
    }

    void decodesTheAnnealedMean()
    {
        QFETCH(double, temperature);
        const std::vector<float> logits{0.5f, 1.5f, 1.0f};
        const auto model = ColourModel::load(modelWithLogits(logits), "cpu");
        QVERIFY(model.has_value());
        DecodeOptions options;
        options.temperature = temperature;
        const auto chroma =
            (*model)->predict(std::vector<float>(64 * 96, 0.5f), 64, 96, options, Progress());
        QVERIFY(chroma.has_value());
        QCOMPARE(chroma->rows, 16);
        QCOMPARE(chroma->cols, 24);
        // Zhang et al. 2016, equation 5, in doubles.
        double sum = 0, a = 0, b = 0, plain = 0, entropy = 0;
        for (const float logit : logits)
            plain += std::exp(double(logit));
        for (std::size_t i = 0; i < 3; ++i) {
            const double weight = std::exp(double(logits[i]) / temperature);
            sum += weight;
            a += weight * double(centres[i][0]);
            b += weight * double(centres[i][1]);
            const double p = std::exp(double(logits[i])) / plain;
            entropy -= p * std::log(p);
        }
        const double confidence = 1 - entropy / std::log(3.0);
        for (std::size_t i = 0; i < 16 * 24; ++i) {
            QVERIFY(std::abs(double(chroma->ab[2 * i]) - a / sum) < 0.02);
            QVERIFY(std::abs(double(chroma->ab[2 * i + 1]) - b / sum) < 0.02);
            QVERIFY(std::abs(double(chroma->confidence[i]) - confidence) < 1e-3);
        }
    }

    void aRegressionModelSpeaksThroughItsOwnHead()
    {
        const torch::NoGradGuard noGrad;
        ColorizerNetwork network(3);
        network->head_ab->weight.zero_();
        network->head_ab->bias.copy_(torch::tensor({0.25f, -0.5f}));
        ModelCard card;
        card.name = "regression";
        card.bins = centres;
        card.prior = {0.4f, 0.3f, 0.3f};
        card.details["head"] = "regression";
        const std::filesystem::path path = folder_.filePath("r.safetensors").toStdString();
        QVERIFY(saveModel(path, network, card).has_value());
        const auto model = ColourModel::load(path, "cpu").value();
        const auto chroma =
            model->predict(std::vector<float>(32 * 32, 0.5f), 32, 32, {}, Progress());
        QVERIFY(chroma.has_value());
        QVERIFY(std::abs(chroma->ab[0] - 27.5f) < 0.01f);
        QVERIFY(std::abs(chroma->ab[1] + 55.0f) < 0.01f);
        QCOMPARE(chroma->confidence[0], 1.0f);
    }

    void oneLookHasTheColourOfEveryTemperature()
    {
        const auto model = ColourModel::load(modelWithLogits({0.5f, 1.5f, 1.0f}), "cpu").value();
        const std::vector<float> scene(32 * 64, 0.5f);
        const auto seen = model->look(scene, 32, 64, Progress());
        QVERIFY(seen.has_value());
        QVERIFY(seen->bytes() >= std::size_t(8 * 16 * 3) * sizeof(float));
        for (const double temperature : {1.0, 0.38, 0.05}) {
            const auto kept = seen->decode({temperature});
            const auto anew = model->predict(scene, 32, 64, {temperature}, Progress());
            QVERIFY(kept.has_value() && anew.has_value());
            QCOMPARE(kept->ab, anew->ab);
            QCOMPARE(kept->confidence, anew->confidence);
        }
    }

    void refusesSizesTheNetworkCannotTake()
    {
        const auto model = ColourModel::load(modelWithLogits({0, 0, 0}), "cpu").value();
        QVERIFY(!model->predict(std::vector<float>(33 * 32), 33, 32, {}, Progress()).has_value());
        QVERIFY(!model->predict(std::vector<float>(7), 32, 32, {}, Progress()).has_value());
    }

    void cancelledBeforeItsTurn()
    {
        const auto model = ColourModel::load(modelWithLogits({0, 0, 0}), "cpu").value();
        Progress progress;
        progress.cancel();
        const auto chroma = model->predict(std::vector<float>(32 * 32), 32, 32, {}, progress);
        QVERIFY(!chroma.has_value());
        QCOMPARE(int(chroma.error().code), int(ErrorCode::Cancelled));
    }

    void unknownDeviceIsAnError()
    {
        const auto model = ColourModel::load(modelWithLogits({0, 0, 0}), "cuda:99");
        QVERIFY(!model.has_value());
        QCOMPARE(int(model.error().code), int(ErrorCode::NotFound));
        QVERIFY(inWords(model.error().message).find("cuda:99") != std::string::npos);
    }

    void theCpuIsAlwaysThere()
    {
        const auto devices = computeDevices();
        QVERIFY(!devices.empty());
        QCOMPARE(devices.back().id, std::string("cpu"));
    }

    void workersMayShareAModel()
    {
        const auto model = ColourModel::load(modelWithLogits({0, 2, 1}), "cpu").value();
        std::vector<std::thread> workers;
        std::array<float, 4> results{};
        for (std::size_t i = 0; i < results.size(); ++i)
            workers.emplace_back([&, i] {
                const auto chroma =
                    model->predict(std::vector<float>(32 * 32, 0.3f), 32, 32, {}, Progress());
                results[i] = chroma ? chroma->ab[0] : -1;
            });
        for (auto& worker : workers)
            worker.join();
        for (const float result : results)
            QCOMPARE(result, results[0]);
        QVERIFY(results[0] > 0);
    }
};

QTEST_GUILESS_MAIN(TestColourModel)
#include "test_colour_model.moc"
