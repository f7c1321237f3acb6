#include "core/learn/damage/damage_loss.h"
#include "core/learn/damage/damage_trainer.h"
#include "core/network/damage/damage_model_io.h"
#include "core/network/tensor_io.h"
#include "tests/support/varied_photos.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

namespace {

PhotoIndex somePhotos(const QTemporaryDir& folder)
{
    for (int i = 0; i < 4; ++i)
        testing::writePicture(folder.filePath(QString("photos/%1.png").arg(i)),
                              testing::variedPhoto(i));
    return PhotoIndex::build({folder.filePath("photos").toStdString()}, Progress()).value();
}

DamageTrainingSettings tiny(std::int64_t steps)
{
    DamageTrainingSettings settings;
    settings.steps = steps;
    settings.batch = 2;
    settings.side = 64;
    settings.warmUp = 2;
    settings.bf16 = false;
    return settings;
}

DamageTrainingPlan planIn(const QTemporaryDir& folder, const char* name)
{
    DamageTrainingPlan plan;
    plan.folder = folder.filePath(name).toStdString();
    plan.threads = 1;
    plan.details["command_line"] = "a test";
    return plan;
}

} // namespace

class TestDamageTrainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameNumbersGiveTheSameSamples()
    {
        QTemporaryDir folder;
        const PhotoIndex photos = somePhotos(folder);
        DamageSource one(photos, {2, 64, 3, 1, 0});
        DamageSource other(photos, {2, 64, 3, 3, 0});
        DamageSource later(photos, {2, 64, 3, 1, 1});
        QVERIFY(one.take());
        QVERIFY(other.take());
        const DamageBatch a = one.take().value();
        for (DamageSource* source : {&other, &later}) {
            const DamageBatch b = source->take().value();
            QVERIFY(torch::equal(a.luminance, b.luminance));
            QVERIFY(torch::equal(a.truth, b.truth));
            QVERIFY(torch::equal(a.sure, b.sure));
        }
        QVERIFY(a.luminance.min().item<float>() >= 0 && a.luminance.max().item<float>() <= 1);
        QVERIFY(a.sure.sum().item<float>() > 0.5f * float(a.sure.numel()));
    }

    void theTruthCostsLeast()
    {
        DamageBatch batch;
        batch.luminance = torch::rand({1, 1, 32, 32});
        batch.truth = torch::zeros({1, damageKinds, 32, 32});
        batch.truth.slice(3, 0, 8).fill_(1);
        batch.sure = torch::ones({1, 1, 32, 32});
        const torch::Tensor right = 20 * (batch.truth - 0.5);
        const auto cost = [&](const torch::Tensor& logits) {
            return damageLoss(logits, batch).item<double>();
        };
        QVERIFY(cost(right) < 0.01);
        QVERIFY(cost(-right) > 10);
        QVERIFY(cost(torch::full_like(right, -3)) > cost(right));
        // What nobody is sure of costs nothing.
        batch.sure.slice(3, 0, 8).zero_();
        torch::Tensor other = right.clone();
        other.slice(3, 0, 8).fill_(-10);
        QVERIFY(std::abs(cost(other) - cost(right)) < 1e-4);
    }

    void writesAModel()
    {
        QTemporaryDir folder;
        const PhotoIndex photos = somePhotos(folder);
        DamageTrainer trainer(tiny(50), planIn(folder, "run"));
        std::vector<double> losses;
        const auto card = trainer.run(photos, Progress(), [&](const DamageTrainingNews& news) {
            losses.push_back(news.loss);
        });
        QVERIFY2(card, card ? "" : card.error().detail.c_str());
        QCOMPARE(losses.size(), std::size_t(2));
        for (const double loss : losses)
            QVERIFY(loss > 0 && loss < 10);
        const auto model =
            loadDamageModel(folder.filePath("run/damage-1.safetensors").toStdString());
        QVERIFY(model);
        QCOMPARE(model->card.details.at("training_steps"), std::string("50"));
        QCOMPARE(model->card.details.at("command_line"), std::string("a test"));
        QVERIFY(!model->card.details.at("training_data").empty());
    }

    // Stopped and gone on with, it ends where it would have ended.
    void goesOnAsIfItHadNotStopped()
    {
        QTemporaryDir folder;
        const PhotoIndex photos = somePhotos(folder);
        DamageTrainingPlan plan = planIn(folder, "whole");
        plan.checkpointMinutes = 0; // after every step
        QVERIFY(DamageTrainer(tiny(6), plan).run(photos, Progress(), [](const auto&) {}));

        plan.folder = folder.filePath("parts").toStdString();
        Progress progress;
        progress.cancel(); // after its first step
        const auto stopped = DamageTrainer(tiny(6), plan).run(photos, progress, [](const auto&) {});
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        plan.resumes = true;
        QVERIFY(DamageTrainer(tiny(6), plan).run(photos, Progress(), [](const auto&) {}));

        const auto whole =
            loadDamageModel(folder.filePath("whole/damage-1.safetensors").toStdString());
        const auto parts =
            loadDamageModel(folder.filePath("parts/damage-1.safetensors").toStdString());
        QVERIFY(whole && parts);
        auto ofParts = stateOf(*parts->network);
        for (const auto& [name, tensor] : stateOf(*whole->network))
            QVERIFY2(torch::allclose(tensor, ofParts.at(name), 1e-3, 1e-4), name.c_str());

        // With other settings it would end elsewhere.
        QCOMPARE(
            DamageTrainer(tiny(7), plan).run(photos, Progress(), [](const auto&) {}).error().code,
            ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestDamageTrainer)
#include "test_damage_trainer.moc"
