#pragma once

#include "core/base/progress.h"
#include "core/learn/damage/damage_source.h"
#include "core/network/damage/damage_card.h"

#include <filesystem>
#include <functional>
#include <string>

namespace autochrome::inline learn {

struct DamageCheckpoint;

/// What changes the network that a training makes.
struct DamageTrainingSettings
{
    std::int64_t steps = 0; ///< 0: as many as `minutes` allow
    double minutes = 0;     ///< 0: as long as the steps take; the rate follows whichever ends first
    int batch = 16;
    int side = 160; ///< of the samples, pixels
    std::uint64_t seed = 1;
    double rate = 0.003; ///< of AdamW at its highest
    int warmUp = 100;    ///< steps
    double weightDecay = 0.01;
    double average = 0.995; ///< decay of the moving average, which is what is kept
    bool bf16 = true;       ///< where the processor has it

    std::string toJson() const;
};

/// Where and how it runs.
struct DamageTrainingPlan
{
    std::filesystem::path folder; ///< of checkpoint and model, made if need be
    std::string name = "damage-1";
    int threads = 0; ///< of the network; 0: all cores
    int workers = 1; ///< that make samples
    double checkpointMinutes = 3;
    bool resumes = false;
    std::map<std::string, std::string> details; ///< for the model's card
};

struct DamageTrainingNews
{
    std::int64_t step = 0;
    double fraction = 0; ///< of the run
    double loss = 0;     ///< mean since the last news
    double seconds = 0;  ///< of the run so far
};

/// Teaches a DamageNetwork on photos that get damage: AdamW, warm-up and cosine decay of its rate,
/// a moving average of the weights, bfloat16.
class DamageTrainer
{
public:
    using Listener = std::function<void(const DamageTrainingNews&)>;

    DamageTrainer(const DamageTrainingSettings& settings, DamageTrainingPlan plan);

    /// Writes FOLDER/NAME.safetensors, with every checkpoint. Errors: Cancelled (with a checkpoint
    /// of then), Usage, Corrupt, WriteFailed, OutOfMemory, Internal.
    Result<DamageCard> run(const PhotoIndex& photos, const Progress& progress,
                           const Listener& listener);

    static std::filesystem::path checkpointPath(const std::filesystem::path& folder);

private:
    double fractionAt(std::int64_t step, double seconds) const;
    double rateAt(std::int64_t step, double fraction) const;
    DamageCard card(const PhotoIndex& photos, const DamageCheckpoint& checkpoint) const;

    DamageTrainingSettings settings_;
    DamageTrainingPlan plan_;
};

} // namespace autochrome::inline learn
