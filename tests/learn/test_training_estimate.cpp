#include "core/learn/run/training_estimate.h"

#include "core/base/text.h"
#include "core/learn/data/photo_source.h"
#include "core/learn/loop/training_failure.h"
#include "core/learn/run/run_folder.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/verify_result.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

using namespace autochrome;
using namespace autochrome::testing;

/// What a training will take, before it is begun.
class TestTrainingEstimate : public QObject
{
    Q_OBJECT

    static TrainingIdea idea()
    {
        TrainingIdea idea;
        idea.device = "cpu";
        idea.photos = 1000;
        idea.validationPhotos = 100;
        return idea;
    }
    static bool has(const std::vector<Error>& found, ErrorCode code)
    {
        return std::any_of(found.begin(), found.end(),
                           [&](const Error& error) { return error.code == code; });
    }

private Q_SLOTS:
    void growsWithTheWork()
    {
        const auto base = estimateTraining(idea());
        QVERIFY(base);
        QVERIFY(!base->isMeasured);
        QVERIFY(base->seconds > 0 && base->secondsPerStep > 0 && base->steps > 0);
        QCOMPARE(base->gpuMemory, std::uint64_t(0));
        QVERIFY(base->disk > 100e6); // two checkpoints, and two models, for a moment

        TrainingIdea more = idea();
        more.photos *= 3;
        QVERIFY(estimateTraining(more)->seconds > 2.5 * base->seconds);
        more = idea();
        more.settings.batchSize *= 4;
        QVERIFY(estimateTraining(more)->memory > base->memory);
        QVERIFY(estimateTraining(more)->secondsPerStep > 3 * base->secondsPerStep);
        more = idea();
        more.settings.lateCropSize = 512;
        QVERIFY(estimateTraining(more)->largestBatch < base->largestBatch);
        more = idea();
        more.validationPhotos = 0;
        QCOMPARE(estimateTraining(more)->validations, std::int64_t(0));
        more = idea();
        more.settings.minutes = 5;
        more.settings.keepBest = true;
        const auto timed = estimateTraining(more);
        QVERIFY(timed->seconds >= 300 && timed->seconds < 600);
    }

    void refusesWhatIsNotThere()
    {
        TrainingIdea wrong = idea();
        wrong.device = "cuda:77";
        QCOMPARE(estimateTraining(wrong).error().code, ErrorCode::NotFound);
        wrong = idea();
        wrong.settings.architecture = "autochrome-abacus";
        QCOMPARE(estimateTraining(wrong).error().code, ErrorCode::Usage);
    }

    void measures()
    {
        const QTemporaryDir folder;
        writeSyntheticPhotos(folder.path(), 4);
        PhotoSource source(PhotoIndex::build({folder.path().toStdString()}, Progress()).value(), 1,
                           1);
        TrainingIdea small = idea();
        small.photos = source.photoCount();
        small.threads = 1;
        small.settings.batchSize = small.settings.lateBatchSize = 2;
        small.settings.cropSize = small.settings.lateCropSize = 64;
        small.settings.frozenUntil = 0.3;
        small.settings.steps = 50;
        const auto measured = measureTraining(small, &source, Progress());
        QVERIFY_RESULT(measured);
        QVERIFY(measured->isMeasured);
        QCOMPARE(measured->steps, std::int64_t(50));
        QVERIFY(measured->seconds > 0.5 && measured->seconds < 3600);
        QVERIFY(measured->memory > 200e6 && measured->memory < 8e9);

        Progress stopped;
        stopped.cancel();
        QCOMPARE(measureTraining(small, nullptr, stopped).error().code, ErrorCode::Cancelled);
    }

    void saysWhatDoesNotFit_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing is wrong") << 0 << -1;
        QTest::newRow("no photos") << 1 << int(ErrorCode::NotFound);
        QTest::newRow("fewer photos than a batch") << 2 << int(ErrorCode::Usage);
        QTest::newRow("memory") << 3 << int(ErrorCode::OutOfMemory);
        QTest::newRow("disk") << 4 << int(ErrorCode::DiskFull);
        QTest::newRow("another training") << 5 << int(ErrorCode::TargetExists);
        QTest::newRow("a folder for nobody") << 6 << int(ErrorCode::WriteFailed);
        QTest::newRow("no photos to tell the better by") << 7 << int(ErrorCode::Usage);
    }

    void saysWhatDoesNotFit()
    {
        QFETCH(int, kind);
        QFETCH(int, code);
        const QTemporaryDir temporary;
        std::filesystem::path folder = temporary.filePath("a/run").toStdString();
        TrainingIdea asked = idea();
        asked.settings.batchSize = asked.settings.lateBatchSize = 4;
        asked.settings.cropSize = asked.settings.lateCropSize = 64;
        TrainingEstimate estimate = estimateTraining(asked).value();
        std::optional<ProcessLock> lock;
        if (kind == 1)
            asked.photos = 0;
        else if (kind == 2)
            asked.photos = 3;
        else if (kind == 3)
            estimate.memory = std::uint64_t(1) << 50;
        else if (kind == 4)
            estimate.disk = std::uint64_t(1) << 60;
        else if (kind == 5)
            lock.emplace(lockRunFolder(folder).value());
        else if (kind == 6)
            folder = "/proc/run";
        else if (kind == 7) {
            asked.settings.keepBest = true;
            asked.validationPhotos = 0;
        }
        const auto found = checkTraining(asked, estimate, folder);
        QCOMPARE(found.size(), std::size_t(code < 0 ? 0 : 1));
        if (code >= 0) {
            QVERIFY(has(found, ErrorCode(code)));
            QVERIFY(inWords(found[0].message).find('%') == std::string::npos);
            QVERIFY(inWords(found[0].message).ends_with('.'));
        }
        if (kind != 5)
            QVERIFY(!std::filesystem::exists(temporary.filePath("a").toStdString()));
    }

    void offersASmallerBatch()
    {
        const Error half = trainingFailure(std::bad_alloc(), 32);
        QCOMPARE(half.code, ErrorCode::OutOfMemory);
        QVERIFY(inWords(half.message).find("16") != std::string::npos);
        QCOMPARE(trainingFailure(std::bad_alloc(), 1).code, ErrorCode::OutOfMemory);
        QCOMPARE(trainingFailure(std::runtime_error("CUDA out of memory. Tried to"), 8).code,
                 ErrorCode::OutOfMemory);
        QCOMPARE(trainingFailure(std::runtime_error("shape mismatch"), 8).code,
                 ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestTrainingEstimate)
#include "test_training_estimate.moc"
