#include "core/base/text.h"
#include "core/learn/data/photo_source.h"
#include "core/learn/loop/checkpoint.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/loop/training_card.h"
#include "core/network/model_io.h"
#include "core/network/tensor_io.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/verify_result.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace autochrome;
using namespace autochrome::testing;

class TestTrainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void resumedRunRepeatsTheLosses();
    void modelTellsItsStory();
    void losesGroundOnlyToTheLastGoodState();
    void learnsThePhotos();
    void accumulatedBatchesAreOneStep();
    void paperPresetRuns();
    void fineTuningKeepsTheBetterModel();
    void fineTuningLeavesAFrozenEncoder();
    void fineTuningKeepsStatistics();
    void fineTuningKeepsAShareOfTheOldModel();
    void refusals();
    void damagedCheckpoint();

private:
    static TrainingSettings small(std::int64_t steps)
    {
        TrainingSettings settings;
        settings.steps = steps;
        settings.batchSize = 3;
        settings.cropSize = 32;
        settings.lateBatchSize = 2;
        settings.lateCropSize = 64;
        settings.warmupSteps = 2;
        settings.validationShortSide = 64;
        return settings;
    }
    TrainingPlan plan(const QString& name) const
    {
        TrainingPlan plan;
        plan.folder = folder_.filePath("runs/" + name).toStdString();
        plan.device = "cpu";
        plan.threads = 1;
        return plan;
    }
    PhotoIndex photos(const QString& name = "photos") const
    {
        return PhotoIndex::build({folder_.filePath(name).toStdString()}, Progress()).value();
    }
    /// Losses of the steps that a run made; stops by itself before step `stopAt`.
    Result<ModelCard> run(const TrainingSettings& settings, const TrainingPlan& plan,
                          std::vector<double>& losses, std::int64_t stopAt = -1)
    {
        PhotoSource source(photos(), settings.seed, 2);
        Progress progress;
        return Trainer(settings, plan, source, nullptr)
            .run(progress, [&](const TrainingNews& news) {
                losses.push_back(news.loss);
                if (news.step == stopAt)
                    progress.cancel();
            });
    }

    QTemporaryDir folder_;
};

void TestTrainer::initTestCase()
{
    writeSyntheticPhotos(folder_.filePath("photos"), 7);
    // One that is passed over, in every run.
    cv::imwrite(folder_.filePath("photos/house/grey.png").toStdString(),
                cv::Mat(96, 96, CV_8UC3, cv::Scalar(90, 90, 90)));
    writeSyntheticPhotos(folder_.filePath("others"), 3);
}

// A run takes 100 MB; all of them at once would fill a small disk.
void TestTrainer::cleanup()
{
    QVERIFY(QDir(folder_.filePath("runs")).removeRecursively());
}

void TestTrainer::resumedRunRepeatsTheLosses()
{
    const TrainingSettings settings = small(6);
    std::vector<double> whole;
    QVERIFY_RESULT(run(settings, plan("whole"), whole));
    QCOMPARE(int(whole.size()), 6);

    std::vector<double> parts;
    const auto stopped = run(settings, plan("parts"), parts, 3);
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(int(parts.size()), 3);
    TrainingPlan again = plan("parts");
    again.resume = true;
    QVERIFY_RESULT(run(settings, again, parts));
    QVERIFY2(whole == parts, "a resumed run must repeat the losses to the last bit");

    const auto a = loadModel(plan("whole").folder / "model.safetensors");
    const auto b = loadModel(plan("parts").folder / "model.safetensors");
    QVERIFY(a.has_value() && b.has_value());
    QCOMPARE(a->card.weightsSha256, b->card.weightsSha256);
    for (const auto& model : {a, b})
        QVERIFY(model->card.details.at("training_photos_skipped").find("\"grey\":1") !=
                std::string::npos);

    std::vector<double> otherSeed;
    TrainingSettings other = settings;
    other.seed = 2;
    other.steps = 1;
    QVERIFY_RESULT(run(other, plan("seed"), otherSeed));
    QVERIFY(otherSeed[0] != whole[0]);
}

void TestTrainer::modelTellsItsStory()
{
    TrainingSettings settings = small(2);
    settings.lateFrom = 0.5;
    TrainingPlan withNotes = plan("story");
    withNotes.name = "story";
    withNotes.validationMinutes = 0;
    withNotes.cardDetails["licence"] = "test";
    PhotoSource source(photos(), settings.seed, 1);
    PhotoSource validation(photos("others"), settings.seed, 1);
    int validations = 0;
    const auto card = Trainer(settings, withNotes, source, &validation)
                          .run(Progress(), [&](const TrainingNews& news) {
                              validations += news.validation.has_value();
                          });
    QVERIFY_RESULT(card);
    QCOMPARE(validations, 3); // after each step and at the end

    const auto model = loadModel(withNotes.folder / "story.safetensors");
    QVERIFY_RESULT(model);
    const auto& details = model->card.details;
    QCOMPARE(model->card.name, std::string("story"));
    QCOMPARE(int(model->card.bins.size()), ColourBins::srgb().count());
    QCOMPARE(details.at("licence"), std::string("test"));
    QCOMPARE(details.at("training_steps"), std::string("2"));
    QCOMPARE(details.at("training_samples"), std::string("5")); // 3 early, 2 late
    QCOMPARE(details.at("head"), std::string("distribution"));
    QVERIFY(details.at("recipe").find("\"lambda\":0.9") != std::string::npos);
    QVERIFY(details.at("training_data").find("\"photos\":8") != std::string::npos);
    QVERIFY(details.at("metrics").find("\"photos\":3") != std::string::npos);
}

void TestTrainer::losesGroundOnlyToTheLastGoodState()
{
    TrainingSettings settings = small(6);
    settings.warmupSteps = 0;
    TrainingPlan often = plan("explodes");
    often.checkpointMinutes = 0;
    std::vector<double> losses;
    QVERIFY(!run(settings, often, losses, 2).has_value());
    // Go on from step 2 with a rate that blows the weights up.
    often.resume = true;
    settings.decoderRate = settings.encoderRate = 1e38;
    const auto exploded = run(settings, often, losses);
    QVERIFY(!exploded.has_value());
    QCOMPARE(exploded.error().code, ErrorCode::Internal);
    QVERIFY(inWords(exploded.error().message).find("last good state") != std::string::npos);

    settings = small(6);
    losses.clear();
    QVERIFY_RESULT(run(settings, often, losses));
    QVERIFY(losses.size() >= 3);
    for (double loss : losses)
        QVERIFY(std::isfinite(loss));
}

void TestTrainer::learnsThePhotos()
{
    TrainingSettings settings = small(14);
    settings.lateFrom = 1;
    settings.encoderRate = settings.decoderRate = 3e-3;
    std::vector<double> losses;
    QVERIFY_RESULT(run(settings, plan("learns"), losses));
    const double before = (losses[0] + losses[1]) / 2;
    const double after = (losses[12] + losses[13]) / 2;
    QVERIFY2(after < 0.8 * before, qPrintable(QString("%1 -> %2").arg(before).arg(after)));
}

void TestTrainer::accumulatedBatchesAreOneStep()
{
    TrainingSettings settings = small(4);
    settings.lateFrom = 1;
    settings.accumulation = 3;
    std::vector<double> whole;
    const TrainingPlan undisturbed = plan("accumulated");
    const auto card = run(settings, undisturbed, whole);
    QVERIFY_RESULT(card);
    QCOMPARE(whole.size(), std::size_t(4));
    QCOMPARE(card->details.at("training_samples"), std::string("36")); // 4 x 3 x 3

    // Stopped in between and resumed, it is the same run.
    std::vector<double> parts;
    TrainingPlan interrupted = plan("accumulated-again");
    QVERIFY(!run(settings, interrupted, parts, 2).has_value());
    interrupted.resume = true;
    QVERIFY_RESULT(run(settings, interrupted, parts));
    QCOMPARE(parts, whole);
}

void TestTrainer::paperPresetRuns()
{
    TrainingSettings settings = TrainingSettings::paper();
    settings.steps = 1;
    settings.batchSize = settings.lateBatchSize = 2;
    settings.cropSize = settings.lateCropSize = 64;
    std::vector<double> losses;
    const auto card = run(settings, plan("paper"), losses);
    QVERIFY_RESULT(card);
    QCOMPARE(card->details.at("head"), std::string("regression"));
}

// Ten steps at a senseless rate make the model worse: what comes out is the one that went in.
void TestTrainer::fineTuningKeepsTheBetterModel()
{
    std::vector<double> losses;
    const TrainingPlan parent = plan("parent");
    QVERIFY_RESULT(run(small(12), parent, losses));
    const auto before = loadModel(parent.folder / "model.safetensors");
    QVERIFY_RESULT(before);

    TrainingSettings settings = TrainingSettings::fineTune();
    settings.steps = 10;
    settings.batchSize = settings.lateBatchSize = 2;
    settings.cropSize = settings.lateCropSize = 32;
    settings.validationShortSide = 64;
    settings.warmupSteps = 0;
    settings.frozenUntil = 0;
    settings.encoderRate = settings.decoderRate = 5;
    settings.gradientClip = 0;
    settings.validationEpochs = 0.25; // every step
    settings.patience = 3;
    TrainingPlan child = plan("child");
    child.start = parent.folder / "model.safetensors";
    PhotoSource source(photos(), settings.seed, 1);
    PhotoSource validation(photos(), settings.seed, 1);
    std::int64_t steps = 0;
    const auto card =
        Trainer(settings, child, source, &validation)
            .run(Progress(), [&](const TrainingNews& news) { steps = std::max(steps, news.step); });
    QVERIFY2(card.has_value() || card.error().code == ErrorCode::Internal, "no model");
    const auto after = loadModel(child.folder / "model.safetensors");
    QVERIFY_RESULT(after);
    QCOMPARE(after->card.weightsSha256, before->card.weightsSha256);
    QCOMPARE(after->card.details.at("parent_sha256"), before->card.weightsSha256);
    QCOMPARE(after->card.details.at("parent"), before->card.name);
    const auto parents = nlohmann::json::parse(after->card.details.at("parents"));
    QCOMPARE(parents.size(), std::size_t(1));
    QCOMPARE(parents[0]["sha256"].get<std::string>(), before->card.weightsSha256);
    QCOMPARE(after->card.details.at("parent_training_data"),
             before->card.details.at("training_data"));
    // The next one in the line knows both.
    const auto grandchild = nlohmann::json::parse(cardOfParent(after->card).at("parents"));
    QCOMPARE(grandchild.size(), std::size_t(2));
    QCOMPARE(grandchild[0]["name"].get<std::string>(), after->card.name);
    QCOMPARE(grandchild[1]["name"].get<std::string>(), before->card.name);
    QVERIFY2(steps < 10, "patience ends the run");
}

void TestTrainer::fineTuningLeavesAFrozenEncoder()
{
    std::vector<double> losses;
    const TrainingPlan parent = plan("frozen-parent");
    QVERIFY_RESULT(run(small(2), parent, losses));
    TrainingSettings settings = small(3);
    settings.frozenUntil = 1;
    settings.emaDecay = 0;
    TrainingPlan child = plan("frozen-child");
    child.start = parent.folder / "model.safetensors";
    QVERIFY_RESULT(run(settings, child, losses));
    const auto before = loadModel(child.start);
    const auto after = loadModel(child.folder / "model.safetensors");
    QVERIFY(before.has_value() && after.has_value());
    const auto same = [&](const auto& a, const auto& b) {
        for (const auto& item : a->named_parameters())
            if (!torch::equal(item.value(), b->named_parameters()[item.key()]))
                return false;
        for (const auto& item : a->named_buffers())
            if (!torch::equal(item.value(), b->named_buffers()[item.key()]))
                return false;
        return true;
    };
    QVERIFY(same(before->network->encoder, after->network->encoder));
    QVERIFY(!same(before->network->decoder, after->network->decoder));
}

// What the batches of one kind of photo have in common must not move what the network holds for
// usual: its running means and variances.
void TestTrainer::fineTuningKeepsStatistics()
{
    std::vector<double> losses;
    const TrainingPlan parent = plan("statistics-parent");
    QVERIFY_RESULT(run(small(2), parent, losses));
    for (const bool fixed : {true, false}) {
        TrainingSettings settings = small(3);
        settings.fixedStatistics = fixed;
        settings.emaDecay = 0;
        TrainingPlan child = plan(fixed ? "statistics-kept" : "statistics-moved");
        child.start = parent.folder / "model.safetensors";
        QVERIFY_RESULT(run(settings, child, losses));
        const auto before = loadModel(child.start);
        const auto after = loadModel(child.folder / "model.safetensors");
        QVERIFY(before.has_value() && after.has_value());
        int means = 0;
        int same = 0;
        for (const auto& item : before->network->named_buffers()) {
            if (!QString::fromStdString(item.key()).endsWith("running_mean"))
                continue;
            ++means;
            same += torch::equal(item.value(), after->network->named_buffers()[item.key()]);
        }
        QVERIFY(means > 20);
        QCOMPARE(same, fixed ? means : 0);
    }
}

// Stopped and resumed too, though the old model is gone by then.
void TestTrainer::fineTuningKeepsAShareOfTheOldModel()
{
    std::vector<double> losses;
    const TrainingPlan parent = plan("share-parent");
    QVERIFY_RESULT(run(small(2), parent, losses));
    const auto parentFile = parent.folder / "model.safetensors";
    const auto old = loadModel(parentFile);
    QVERIFY_RESULT(old);
    TrainingSettings settings = small(4);
    const auto taught = [&](const QString& name, double share, std::int64_t stopAt = -1) {
        settings.startShare = share;
        TrainingPlan child = plan(name);
        child.start = parentFile;
        auto card = run(settings, child, losses, stopAt);
        if (stopAt >= 0) {
            std::filesystem::remove(parentFile);
            child.resume = true;
            card = run(settings, child, losses);
        }
        return card ? loadModel(child.folder / "model.safetensors")
                    : tl::make_unexpected(card.error());
    };
    const auto whole = taught("share-none", 0);
    const auto shared = taught("share-some", 0.75);
    const auto resumed = taught("share-resumed", 0.75, 2);
    QVERIFY(whole.has_value() && shared.has_value() && resumed.has_value());
    const auto before = stateOf(*old->network);
    const auto after = stateOf(*whole->network);
    for (const auto& [name, tensor] : stateOf(*shared->network)) {
        if (!tensor.is_floating_point())
            continue;
        const torch::Tensor expected = before.at(name) * 0.75 + after.at(name) * 0.25;
        QVERIFY2(torch::allclose(tensor, expected, 2e-3, 1e-5), name.c_str()); // models are fp16
    }
    QVERIFY(shared->card.weightsSha256 != whole->card.weightsSha256);
    QCOMPARE(resumed->card.weightsSha256, shared->card.weightsSha256);
}

void TestTrainer::refusals()
{
    std::vector<double> losses;
    TrainingPlan refused = plan("refused");
    refused.resume = true; // there is nothing to resume
    QVERIFY(!run(small(1), refused, losses).has_value());

    refused = plan("refused");
    refused.device = "cuda:99";
    QVERIFY(!run(small(1), refused, losses).has_value());
    refused.device = "abacus";
    QVERIFY(!run(small(1), refused, losses).has_value());

    refused = plan("refused");
    refused.encoder = folder_.filePath("none.safetensors").toStdString();
    QVERIFY(!run(small(1), refused, losses).has_value());
    QVERIFY(losses.empty());

    // A checkpoint goes on with its own data only.
    TrainingPlan first = plan("first");
    QVERIFY_RESULT(run(small(1), first, losses));
    first.resume = true;
    PhotoSource others(photos("others"), 1, 1);
    const auto mixed =
        Trainer(small(2), first, others, nullptr).run(Progress(), [](const TrainingNews&) {});
    QVERIFY(!mixed.has_value());
    QCOMPARE(mixed.error().code, ErrorCode::Usage);
}

void TestTrainer::damagedCheckpoint()
{
    std::vector<double> losses;
    TrainingPlan damaged = plan("damaged");
    QVERIFY_RESULT(run(small(1), damaged, losses));
    const auto path = Trainer::checkpointPath(damaged.folder);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    damaged.resume = true;
    QVERIFY(!run(small(2), damaged, losses).has_value());

    // A model file is no checkpoint.
    std::filesystem::copy_file(damaged.folder / "model.safetensors", path,
                               std::filesystem::copy_options::overwrite_existing);
    const auto other = run(small(2), damaged, losses);
    QVERIFY(!other.has_value());
    QCOMPARE(other.error().code, ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestTrainer)
#include "test_trainer.moc"
