#include "core/base/text.h"
#include "core/edit/colour/colorizer.h"

#include "tests/support/make_model.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <thread>

using namespace autochrome;

namespace {

Result<ChromaMap> chromaOf(Colorizer& colorizer, const cv::Mat& scene, double temperature,
                           const Progress& progress = Progress())
{
    const auto seen = colorizer.look(scene, {128}, progress);
    return seen ? seen->at(temperature) : tl::make_unexpected(seen.error());
}

} // namespace

class TestColorizer : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    std::string model_;
    cv::Mat scene_ = cv::Mat(300, 400, CV_32F);

private Q_SLOTS:
    void initTestCase()
    {
        model_ = makeTestModel(folder_.path().toStdString()).string();
        cv::theRNG().state = 8;
        cv::randu(scene_, 0, 100);
    }

    void predictsColour()
    {
        const auto colorizer = Colorizer::open(model_, "cpu");
        QVERIFY2(colorizer, qPrintable(QString::fromStdString(
                                colorizer ? "" : inWords(colorizer.error().message))));
        QCOMPARE((*colorizer)->modelName(), std::string("test-model"));
        QCOMPARE((*colorizer)->modelSha256().size(), std::size_t(64));
        QCOMPARE((*colorizer)->deviceId(), std::string("cpu"));
        const auto map = chromaOf(**colorizer, scene_, 0.38);
        QVERIFY(map);
        QCOMPARE(map->networkSize, 128);
        QCOMPARE(map->modelName, std::string("test-model"));
        QCOMPARE(map->modelSha256, (*colorizer)->modelSha256());
        QVERIFY(map->seconds > 0);
        QVERIFY(cv::norm(map->ab, cv::NORM_INF) > 5);
        QVERIFY(cv::checkRange(map->confidence, true, nullptr, 0, 1.0001));
    }

    void isTheSameEveryTime()
    {
        const auto colorizer = Colorizer::open(model_, "cpu");
        QVERIFY(colorizer);
        const auto first = chromaOf(**colorizer, scene_, 0.38);
        const auto second = chromaOf(**colorizer, scene_, 0.38);
        QVERIFY(first && second);
        QCOMPARE(cv::norm(first->ab, second->ab, cv::NORM_INF), 0.0);
        const auto calmer = chromaOf(**colorizer, scene_, 1.0);
        QVERIFY(calmer);
        QVERIFY(cv::norm(first->ab, calmer->ab, cv::NORM_INF) > 0.1);
    }

    void servesSeveralThreads()
    {
        const auto colorizer = Colorizer::open(model_, "cpu");
        QVERIFY(colorizer);
        const auto expected = chromaOf(**colorizer, scene_, 0.38);
        QVERIFY(expected);
        std::vector<cv::Mat> results(3);
        std::vector<std::thread> threads;
        for (cv::Mat& result : results)
            threads.emplace_back([&] {
                if (auto map = chromaOf(**colorizer, scene_, 0.38))
                    result = map->ab;
            });
        for (std::thread& thread : threads)
            thread.join();
        for (const cv::Mat& result : results)
            QVERIFY(!result.empty() && cv::norm(result, expected->ab, cv::NORM_INF) < 0.05);
    }

    void takesExtremeShapes()
    {
        const auto colorizer = Colorizer::open(model_, "cpu");
        QVERIFY(colorizer);
        for (const cv::Size size : {cv::Size(1, 1), cv::Size(1, 10000), cv::Size(10000, 1)}) {
            cv::Mat scene(size, CV_32F);
            cv::randu(scene, 0, 100);
            QVERIFY(chromaOf(**colorizer, scene, 0.38));
        }
    }

    void noColourIsAnError_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("neutral") << int(TestModel::Neutral);
        QTest::newRow("not finite") << int(TestModel::NotFinite);
    }

    void noColourIsAnError()
    {
        QFETCH(int, kind);
        const auto path = makeTestModel(folder_.path().toStdString(), TestModel(kind));
        const auto colorizer = Colorizer::open(path.string(), "cpu");
        if (!colorizer) // a model of NaNs may be refused at once
            return;
        const auto map = chromaOf(**colorizer, scene_, 0.38);
        QVERIFY(!map);
        QVERIFY(!inWords(map.error().message).empty());
    }

    void reportsErrors()
    {
        const auto missing = Colorizer::open("/nowhere/model.safetensors");
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::ModelMissing);
        QVERIFY(inWords(missing.error().message).find("/nowhere/model.safetensors") !=
                std::string::npos);
        const auto device = Colorizer::open(model_, "cuda:99");
        QVERIFY(!device);
        QCOMPARE(device.error().code, ErrorCode::NotFound);
        const auto colorizer = Colorizer::open(model_, "cpu");
        QVERIFY(colorizer);
        QVERIFY(!(*colorizer)->look(cv::Mat(), {}));
    }

    void stopsWhenCancelled()
    {
        const auto colorizer = Colorizer::open(model_, "cpu");
        QVERIFY(colorizer);
        Progress progress;
        progress.cancel();
        const auto map = chromaOf(**colorizer, scene_, 0.38, progress);
        QVERIFY(!map);
        QCOMPARE(map.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestColorizer)
#include "test_colorizer.moc"
