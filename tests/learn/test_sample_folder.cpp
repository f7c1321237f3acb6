#include "core/learn/run/sample_folder.h"

#include "core/learn/run/sample_steps.h"
#include "core/learn/run/thinning.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

/// Pictures of the validations.
class TestSampleFolder : public QObject
{
    Q_OBJECT

    static std::vector<SamplePrediction> samples(float a)
    {
        SamplePrediction sample;
        sample.number = 2;
        sample.lightness = torch::full({32, 64}, 60.0f);
        sample.truth = torch::full({2, 32, 64}, 20.0f);
        sample.predicted = torch::full({2, 32, 64}, a);
        return {sample};
    }

private Q_SLOTS:
    void writesWhatTheNetworkMakesOfThem()
    {
        const QTemporaryDir temporary;
        const fs::path path = temporary.filePath("samples").toStdString();
        SampleFolder folder(path);
        QVERIFY(folder.begin(0));
        QVERIFY(folder.write(5, samples(0)));
        QVERIFY(folder.write(10, samples(40)));
        const cv::Mat grey = cv::imread((path / "grey/2.jpg").string());
        const cv::Mat now = cv::imread((path / "10/2.jpg").string());
        QCOMPARE(now.size(), cv::Size(64, 32));
        QVERIFY(fs::exists(path / "truth/2.jpg"));
        const auto g = grey.at<cv::Vec3b>(16, 16);
        QVERIFY(std::abs(g[0] - g[1]) <= 1 && std::abs(g[1] - g[2]) <= 1);
        const auto n = now.at<cv::Vec3b>(16, 16); // a*, b* positive: reddish
        QVERIFY(n[2] > n[1] + 20 && n[1] > n[0]);
        const std::vector<std::int64_t> steps{5, 10};
        QCOMPARE(sampleStepsIn(path), steps);
    }

    void goesOnFromACheckpoint()
    {
        const QTemporaryDir temporary;
        const fs::path path = temporary.filePath("samples").toStdString();
        SampleFolder folder(path);
        for (int step : {5, 10, 15})
            QVERIFY(folder.write(step, samples(0)));
        fs::create_directories(path / "20.new"); // a kill left it
        QVERIFY(folder.begin(10));
        const std::vector<std::int64_t> steps{5, 10};
        QCOMPARE(sampleStepsIn(path), steps);
        QVERIFY(!fs::exists(path / "20.new"));
        QVERIFY(folder.begin(0)); // another run
        QVERIFY(sampleStepsIn(path).empty());
        QVERIFY(!fs::exists(path / "truth"));
    }

    void keepsAnEvenSpread()
    {
        const QTemporaryDir temporary;
        const fs::path path = temporary.filePath("samples").toStdString();
        SampleFolder folder(path, 8);
        for (int step = 1; step <= 40; ++step)
            QVERIFY(folder.write(step, samples(0)));
        const std::vector<std::int64_t> steps = sampleStepsIn(path);
        QCOMPARE(steps.size(), std::size_t(8));
        QCOMPARE(steps.front(), std::int64_t(1));
        QCOMPARE(steps.back(), std::int64_t(40));
        for (std::size_t i = 1; i < steps.size(); ++i)
            QVERIFY2(steps[i] - steps[i - 1] <= 16, qPrintable(QString::number(steps[i])));
    }

    void givesUpTheMostCrowded()
    {
        QCOMPARE(mostCrowded({1, 2, 3}), std::size_t(1));
        QCOMPARE(mostCrowded({0, 10, 20, 21, 30}), std::size_t(3));
        QCOMPARE(mostCrowded({0, 1, 10, 20}), std::size_t(1));
    }

    void bringsNoRemovedTrainingBack()
    {
        const QTemporaryDir temporary;
        const fs::path run = temporary.filePath("run").toStdString();
        fs::create_directory(run);
        SampleFolder folder(run / "samples");
        QVERIFY(folder.begin(0));
        QVERIFY(folder.write(1, samples(0)));
        fs::remove_all(run);
        QVERIFY(!folder.write(2, samples(0)));
        QVERIFY(!fs::exists(run));
    }

    void tellsWhatCannotBeWritten()
    {
        SampleFolder folder("/proc/nothing");
        (void)folder.begin(0);
        QVERIFY(!folder.write(1, samples(0)));
    }
};

QTEST_GUILESS_MAIN(TestSampleFolder)
#include "test_sample_folder.moc"
