#include "core/learn/loop/training_settings.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

class TestTrainingSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesJson();
    void damagedJson();
    void lengthInSteps();
    void lengthInEpochs();
    void lengthInMinutes();
    void rateWarmsUpAndDecays();
    void paperPreset();
};

void TestTrainingSettings::survivesJson()
{
    TrainingSettings settings = TrainingSettings::paper();
    settings.seed = 77;
    settings.lambda = 0.25;
    const auto read = TrainingSettings::fromJson(settings.toJson());
    QVERIFY(read.has_value());
    QCOMPARE(read->toJson(), settings.toJson());
    QCOMPARE(read->seed, std::uint64_t(77));
    QCOMPARE(read->lambda, 0.25);
}

void TestTrainingSettings::damagedJson()
{
    QVERIFY(!TrainingSettings::fromJson("{").has_value());
    QVERIFY(!TrainingSettings::fromJson("{\"seed\": \"many\"}").has_value());
}

void TestTrainingSettings::lengthInSteps()
{
    TrainingSettings settings;
    settings.steps = 200;
    QCOMPARE(settings.totalSteps(5000), std::int64_t(200));
    QCOMPARE(settings.fractionDone(50, 1e9, 5000), 0.25);
    QCOMPARE(settings.fractionDone(300, 0, 5000), 1.0);
}

void TestTrainingSettings::lengthInEpochs()
{
    TrainingSettings settings;
    settings.epochs = 3;
    settings.lateFrom = 1;
    QCOMPARE(settings.totalSteps(3200), std::int64_t(300));
    // Half of the steps with half-size batches: 24 photos a step on average.
    settings.lateFrom = 0.5;
    QCOMPARE(settings.totalSteps(3200), std::int64_t(400));
}

void TestTrainingSettings::lengthInMinutes()
{
    TrainingSettings settings;
    settings.minutes = 10;
    settings.steps = 5; // minutes come first
    QCOMPARE(settings.totalSteps(100), std::int64_t(0));
    QCOMPARE(settings.fractionDone(1000000, 150, 100), 0.25);
}

void TestTrainingSettings::rateWarmsUpAndDecays()
{
    const TrainingSettings settings;
    QCOMPARE(settings.rateFactor(0, 0), 1.0 / 200);
    QCOMPARE(settings.rateFactor(99, 0), 0.5);
    QCOMPARE(settings.rateFactor(199, 0), 1.0);
    QVERIFY(std::fabs(settings.rateFactor(1000, 0.5) - (0.01 + 0.99 / 2)) < 1e-12);
    QVERIFY(std::fabs(settings.rateFactor(1000, 1.0) - 0.01) < 1e-12);
}

void TestTrainingSettings::paperPreset()
{
    const TrainingSettings paper = TrainingSettings::paper();
    QCOMPARE(paper.epochs, 100.0);
    QCOMPARE(paper.batchSize, 32);
    QCOMPARE(paper.decoderRate, 1e-3);
    QCOMPARE(paper.encoderRate, 1e-3);
    QCOMPARE(paper.lambda, 0.9);
    QCOMPARE(paper.crossEntropyWeight, 0.0);
    QVERIFY(paper.regressionWeight > 0);
}

QTEST_GUILESS_MAIN(TestTrainingSettings)
#include "test_training_settings.moc"
