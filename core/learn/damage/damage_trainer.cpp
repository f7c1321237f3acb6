#include "core/learn/damage/damage_trainer.h"

#include "core/base/text.h"
#include "core/learn/damage/damage_checkpoint.h"
#include "core/learn/damage/damage_loss.h"
#include "core/learn/loop/autocast.h"
#include "core/learn/loop/moving_average.h"
#include "core/learn/loop/training_failure.h"
#include "core/network/damage/damage_model_io.h"

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <thread>

namespace autochrome::inline learn {
namespace {

constexpr double gradientLimit = 5;
constexpr double lastRate = 0.01; // of the highest
constexpr int stepsBetweenNews = 25;

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

torch::Tensor train(DamageNetwork& network, const DamageBatch& batch, bool bf16, AdamW& optimiser,
                    double rate)
{
    optimiser.zeroGradients();
    torch::Tensor logits;
    {
        const Bf16Autocast autocast(torch::kCPU, bf16);
        logits = network(batch.luminance);
    }
    const torch::Tensor loss = damageLoss(logits.to(torch::kFloat), batch);
    loss.backward();
    optimiser.clipGradients(gradientLimit);
    optimiser.step(rate, rate);
    return loss.detach();
}

std::string toldOrigins(const PhotoIndex& photos)
{
    auto list = nlohmann::json::array();
    for (const DataOrigin& origin : photos.origins())
        list.push_back(
            {{"name", origin.name}, {"sha256", origin.sha256}, {"photos", origin.photos}});
    return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

std::string DamageTrainingSettings::toJson() const
{
    return nlohmann::ordered_json{{"steps", steps},     {"minutes", minutes},
                                  {"batch", batch},     {"side", side},
                                  {"seed", seed},       {"rate", rate},
                                  {"warmUp", warmUp},   {"weightDecay", weightDecay},
                                  {"average", average}, {"bf16", bf16}}
        .dump();
}

DamageTrainer::DamageTrainer(const DamageTrainingSettings& settings, DamageTrainingPlan plan)
    : settings_(settings), plan_(std::move(plan))
{
}

std::filesystem::path DamageTrainer::checkpointPath(const std::filesystem::path& folder)
{
    return folder / "checkpoint.safetensors";
}

double DamageTrainer::fractionAt(std::int64_t step, double seconds) const
{
    const double bySteps = settings_.steps > 0 ? double(step) / double(settings_.steps) : 0;
    const double byTime = settings_.minutes > 0 ? seconds / (60 * settings_.minutes) : 0;
    return std::min(1.0, std::max(bySteps, byTime));
}

double DamageTrainer::rateAt(std::int64_t step, double fraction) const
{
    const double warm = std::min(1.0, double(step + 1) / std::max(1, settings_.warmUp));
    const double cosine = 0.5 * (1 + std::cos(std::numbers::pi * fraction));
    return settings_.rate * warm * (lastRate + (1 - lastRate) * cosine);
}

DamageCard DamageTrainer::card(const PhotoIndex& photos, const DamageCheckpoint& checkpoint) const
{
    DamageCard card{plan_.name, {}, plan_.details};
    card.details["recipe"] = settings_.toJson();
    card.details["training_data"] = toldOrigins(photos);
    card.details["training_photos"] = std::to_string(photos.count());
    card.details["training_steps"] = std::to_string(checkpoint.step);
    card.details["training_samples"] = std::to_string(checkpoint.step * settings_.batch);
    card.details["training_minutes"] = std::to_string(std::lround(checkpoint.seconds / 60));
    card.details["software"] = "Autochrome " AUTOCHROME_VERSION;
    return card;
}

Result<DamageCard> DamageTrainer::run(const PhotoIndex& photos, const Progress& progress,
                                      const Listener& listener)
try {
    std::error_code error;
    std::filesystem::create_directories(plan_.folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {plan_.folder.string()}),
                       error.message());
    torch::set_num_threads(
        plan_.threads > 0 ? plan_.threads : int(std::max(1u, std::thread::hardware_concurrency())));
    torch::manual_seed(settings_.seed);
    DamageNetwork network;
    DamageNetwork average;
    network->train();
    average->eval();
    moveAverage(*average, *network, 0, 1);
    AdamW optimiser(*network, settings_.weightDecay);
    DamageCheckpoint checkpoint{network, average, optimiser};
    const std::filesystem::path kept = checkpointPath(plan_.folder);
    const std::filesystem::path model = plan_.folder / (plan_.name + ".safetensors");
    if (plan_.resumes)
        if (auto loaded = checkpoint.load(kept, settings_.toJson()); !loaded)
            return tl::make_unexpected(loaded.error());

    DamageSource source(
        photos, {settings_.batch, settings_.side, settings_.seed, plan_.workers, checkpoint.step});
    const double before = checkpoint.seconds;
    const auto start = Clock::now();
    auto lastKept = start;
    double lossSum = 0;
    int lossCount = 0;
    double fraction = fractionAt(checkpoint.step, checkpoint.seconds);
    while (fraction < 1) {
        const auto batch = source.take();
        if (!batch)
            return tl::make_unexpected(batch.error());
        const double loss =
            train(network, *batch, settings_.bf16, optimiser, rateAt(checkpoint.step, fraction))
                .item<double>();
        ++checkpoint.step;
        if (!std::isfinite(loss))
            return tl::make_unexpected(notFiniteFailure(
                checkpoint.step, checkpoint.step * settings_.batch, settings_.batch, "damage"));
        moveAverage(*average, *network, settings_.average, checkpoint.step);
        checkpoint.seconds = before + secondsSince(start);
        fraction = fractionAt(checkpoint.step, checkpoint.seconds);
        lossSum += loss;
        if (++lossCount == stepsBetweenNews || fraction >= 1) {
            listener({checkpoint.step, fraction, lossSum / lossCount, checkpoint.seconds});
            lossSum = lossCount = 0;
        }
        if (progress.isCancelled() || fraction >= 1 ||
            secondsSince(lastKept) > 60 * plan_.checkpointMinutes) {
            auto saved = checkpoint.save(kept, settings_.toJson()).and_then([&] {
                return saveDamageModel(model, average, card(photos, checkpoint));
            });
            if (!saved || fraction >= 1)
                return saved;
            lastKept = Clock::now();
        }
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));
    }
    return failure(ErrorCode::Usage,
                   text("The training in “%1” is at its end.", {plan_.folder.string()}));
} catch (const std::exception& error) {
    return tl::make_unexpected(trainingFailure(error, settings_.batch));
}

} // namespace autochrome::inline learn
