#include "core/edit/colour/prediction.h"

#include "core/base/text.h"
#include <QtTest/QTest>
#include <limits>

using namespace autochrome;

namespace {

using Make = std::function<Result<Predictor>()>;

struct Call
{
    std::string device;
    int rows = 0;
    int cols = 0;
};

// The same at every temperature.
SceneLook lookOf(const PredictedChroma& chroma)
{
    return {[chroma](double) { return chroma; }, 1};
}

Result<ChromaMap> predictChroma(const cv::Mat& lightness, const ColourSettings& settings,
                                const std::vector<Make>& predictors, const Progress& progress)
{
    const auto scene = lookAtScene(lightness, settings, predictors, progress);
    return scene ? scene->at(0.38) : tl::make_unexpected(scene.error());
}

// A device that has memory for so many pixels only and paints everything in one colour.
Make device(std::vector<Call>& calls, const std::string& name, int pixels, float a = 20,
            float b = 10)
{
    return [&calls, name, pixels, a, b]() -> Result<Predictor> {
        return Predictor{name,
                         [&calls, name, pixels, a, b](const std::vector<float>& luminance, int rows,
                                                      int cols,
                                                      const Progress&) -> Result<SceneLook> {
                             calls.push_back({name, rows, cols});
                             if (int(luminance.size()) != rows * cols)
                                 return failure(ErrorCode::Internal, "size");
                             if (rows * cols > pixels)
                                 return failure(ErrorCode::OutOfMemory, "full");
                             PredictedChroma out;
                             out.rows = rows / 4;
                             out.cols = cols / 4;
                             for (int i = 0; i < out.rows * out.cols; ++i) {
                                 out.ab.push_back(a);
                                 out.ab.push_back(b);
                                 out.confidence.push_back(0.5f);
                             }
                             return lookOf(out);
                         }};
    };
}

const cv::Mat lightness(480, 640, CV_32F, cv::Scalar(50));

} // namespace

class TestPrediction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picksNetworkSizes_data()
    {
        QTest::addColumn<QSize>("photo");
        QTest::addColumn<int>("size");
        QTest::addColumn<QSize>("input");
        QTest::newRow("landscape") << QSize(4032, 3024) << 384 << QSize(512, 384);
        QTest::newRow("portrait") << QSize(3000, 4000) << 256 << QSize(256, 352);
        QTest::newRow("default") << QSize(1000, 1000) << 0 << QSize(256, 256);
        QTest::newRow("one pixel") << QSize(1, 1) << 256 << QSize(256, 256);
        QTest::newRow("a thread") << QSize(1, 10000) << 256 << QSize(256, 1024);
        QTest::newRow("a ribbon") << QSize(10000, 1) << 128 << QSize(512, 128);
    }

    void picksNetworkSizes()
    {
        QFETCH(QSize, photo);
        QFETCH(int, size);
        QFETCH(QSize, input);
        const cv::Size got = networkInputSize({photo.width(), photo.height()}, size);
        QCOMPARE(QSize(got.width, got.height), input);
    }

    void resamplesWithinRange()
    {
        cv::Mat busy(300, 1, CV_32F);
        cv::theRNG().state = 4;
        cv::randu(busy, 0, 100);
        busy.rowRange(0, 100).setTo(100);
        busy.rowRange(100, 200).setTo(0);
        for (const cv::Size size : {cv::Size(64, 128), cv::Size(32, 512), cv::Size(1, 1)}) {
            const cv::Mat got = resampledLightness(busy, size);
            QCOMPARE(got.size(), size);
            double low = 0, high = 0;
            cv::minMaxLoc(got, &low, &high);
            QVERIFY(low >= 0 && high <= 100);
        }
        QVERIFY(std::fabs(cv::mean(resampledLightness(busy, {32, 32}))[0] - cv::mean(busy)[0]) < 1);
    }

    void fillsInTheMap()
    {
        std::vector<Call> calls;
        const auto map = predictChroma(lightness, {320}, {device(calls, "one", 1 << 30)}, {});
        QVERIFY(map);
        QCOMPARE(map->networkSize, 320);
        QCOMPARE(map->ab.size(), cv::Size(416 / 4, 320 / 4));
        QCOMPARE(map->ab.at<cv::Vec2f>(5, 5), cv::Vec2f(20, 10));
        QCOMPARE(map->confidence.at<float>(7, 3), 0.5f);
        QCOMPARE(map->device, std::string("one"));
        QVERIFY(map->notices.empty());
    }

    void looksAsOftenAsAsked_data()
    {
        QTest::addColumn<int>("effort");
        QTest::addColumn<QList<QSize>>("inputs");
        QTest::newRow("fast") << int(Effort::Fast) << QList<QSize>{{256, 192}};
        QTest::newRow("normal") << int(Effort::Normal) << QList<QSize>{{352, 256}};
        QTest::newRow("best") << int(Effort::Best)
                              << QList<QSize>{{352, 256}, {352, 256}, {224, 160}, {224, 160}};
    }

    void looksAsOftenAsAsked()
    {
        QFETCH(int, effort);
        QFETCH(QList<QSize>, inputs);
        std::vector<Call> calls;
        const auto map =
            predictChroma(lightness, {256, Effort(effort)}, {device(calls, "one", 1 << 30)}, {});
        QVERIFY(map);
        QList<QSize> seen;
        for (const Call& call : calls)
            seen.append({call.cols, call.rows});
        QCOMPARE(seen, inputs);
        QCOMPARE(map->networkSize, inputs.first().height());
        QCOMPARE(map->ab.size(), cv::Size(inputs.first().width() / 4, inputs.first().height() / 4));
        // All looks agree on one colour, so the blend is that colour everywhere.
        QVERIFY(cv::norm(map->ab - cv::Scalar(20, 10), cv::NORM_INF) < 1e-3);
    }

    // A device that colours the left half only: mirrored and turned back, both halves get as much.
    void mirroredLooksBalanceTheSides()
    {
        const Make lopsided = []() -> Result<Predictor> {
            return Predictor{"one",
                             [](const std::vector<float>&, int rows, int cols, const Progress&) {
                                 PredictedChroma out;
                                 out.rows = rows / 4;
                                 out.cols = cols / 4;
                                 for (int i = 0; i < out.rows * out.cols; ++i) {
                                     const bool left = i % out.cols < out.cols / 2;
                                     out.ab.push_back(left ? 40.0f : 0.0f);
                                     out.ab.push_back(0);
                                     out.confidence.push_back(left ? 1.0f : 0.0f);
                                 }
                                 return Result<SceneLook>(lookOf(out));
                             }};
        };
        const auto map = predictChroma(lightness, {256, Effort::Best}, {lopsided}, {});
        QVERIFY(map);
        for (const int x : {10, 80})
            QVERIFY(std::fabs(map->ab.at<cv::Vec2f>(30, x)[0] - 20) < 0.5);
        QCOMPARE(map->confidence.at<float>(30, 10), 0.5f);
    }

    void anotherTemperatureNeedsNoLook_data()
    {
        QTest::addColumn<int>("effort");
        QTest::addColumn<int>("looks");
        QTest::newRow("normal") << int(Effort::Normal) << 1;
        QTest::newRow("best") << int(Effort::Best) << 4;
    }

    // A device whose colour is its temperature.
    void anotherTemperatureNeedsNoLook()
    {
        QFETCH(int, effort);
        QFETCH(int, looks);
        int seen = 0;
        const Make warm = [&seen]() -> Result<Predictor> {
            return Predictor{
                "one",
                [&seen](const std::vector<float>&, int rows, int cols, const Progress&) {
                    ++seen;
                    SceneLook look;
                    look.bytes = 1000;
                    look.chroma = [rows, cols](double temperature) -> Result<PredictedChroma> {
                        PredictedChroma out;
                        out.rows = rows / 4;
                        out.cols = cols / 4;
                        const auto cells = std::size_t(out.rows) * std::size_t(out.cols);
                        out.ab.assign(2 * cells, float(100 * temperature));
                        out.confidence.assign(cells, 1);
                        return out;
                    };
                    return Result<SceneLook>(look);
                },
                "name", "sum"};
        };
        const auto scene = lookAtScene(lightness, {256, Effort(effort)}, {warm}, {});
        QVERIFY(scene);
        QCOMPARE(seen, looks);
        QCOMPARE(scene->bytes(), std::size_t(looks) * 1000);
        for (const double temperature : {0.38, 0.6, 1.0, 0.38}) {
            const auto map = scene->at(temperature);
            QVERIFY(map);
            QVERIFY(cv::norm(map->ab - cv::Scalar::all(100 * temperature), cv::NORM_INF) < 1e-3);
            QCOMPARE(map->modelName, std::string("name"));
            QCOMPARE(map->modelSha256, std::string("sum"));
        }
        QCOMPARE(seen, looks);
    }

    void triesSmallerSizesFirst()
    {
        std::vector<Call> calls;
        const auto map =
            predictChroma(lightness, {512},
                          {device(calls, "card", 300 * 400), device(calls, "cpu", 1 << 30)}, {});
        QVERIFY(map);
        QCOMPARE(map->device, std::string("card"));
        QVERIFY(map->networkSize < 512);
        QVERIFY(!map->notices.empty());
        for (const Call& call : calls)
            QCOMPARE(call.device, std::string("card"));
    }

    void thenTheCpuAtFullSize()
    {
        std::vector<Call> calls;
        const auto map = predictChroma(
            lightness, {512}, {device(calls, "card", 0), device(calls, "cpu", 1 << 30)}, {});
        QVERIFY(map);
        QCOMPARE(map->device, std::string("cpu"));
        QCOMPARE(map->networkSize, 512);
        QVERIFY(map->notices.size() >= 2);
        QVERIFY(inWords(map->notices[0]).find("card") != std::string::npos);
    }

    void givesUpWithoutMemory()
    {
        std::vector<Call> calls;
        const auto map = predictChroma(lightness, {512},
                                       {device(calls, "card", 0), device(calls, "cpu", 0)}, {});
        QVERIFY(!map);
        QCOMPARE(map.error().code, ErrorCode::OutOfMemory);
    }

    void otherErrorsEndIt()
    {
        std::vector<Call> calls;
        const Make broken = []() -> Result<Predictor> {
            return Predictor{
                "card",
                [](const std::vector<float>&, int, int, const Progress&) -> Result<SceneLook> {
                    return failure(ErrorCode::Internal, "broken");
                }};
        };
        const auto map =
            predictChroma(lightness, {256}, {broken, device(calls, "cpu", 1 << 30)}, {});
        QVERIFY(!map);
        QCOMPARE(map.error().code, ErrorCode::Internal);
        QVERIFY(calls.empty());
    }

    void noColourIsAnError_data()
    {
        QTest::addColumn<float>("a");
        QTest::addColumn<float>("b");
        QTest::newRow("neutral") << 0.0f << 0.0f;
        QTest::newRow("next to neutral") << 0.01f << -0.02f;
        QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN() << 1.0f;
        QTest::newRow("infinite") << 1.0f << std::numeric_limits<float>::infinity();
    }

    void noColourIsAnError()
    {
        QFETCH(float, a);
        QFETCH(float, b);
        std::vector<Call> calls;
        const auto map = predictChroma(lightness, {256}, {device(calls, "one", 1 << 30, a, b)}, {});
        QVERIFY(!map);
        QCOMPARE(map.error().code, ErrorCode::Internal);
        QVERIFY(!inWords(map.error().message).empty());
    }

    void stopsWhenCancelled()
    {
        std::vector<Call> calls;
        Progress progress;
        progress.cancel();
        QVERIFY_EXCEPTION_THROWN(
            predictChroma(lightness, {256}, {device(calls, "one", 1 << 30)}, progress), Cancelled);
        QVERIFY(calls.empty());
    }
};

QTEST_GUILESS_MAIN(TestPrediction)
#include "test_prediction.moc"
