#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/nn/model_file.h"
#include "core/train/metrics.h"
#include "core/train/sample_source.h"
#include "core/train/training_settings.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace autochrome {

/// News from a running training, after every step.
struct TrainingNews
{
    std::int64_t step = 0;
    std::int64_t totalSteps = 0; ///< 0 if the length is a time
    double fraction = 0;
    std::int64_t samples = 0;
    int cropSize = 0;
    double loss = 0;
    double crossEntropy = 0;
    double regression = 0;
    double gradientNorm = 0;
    double learningRate = 0;    ///< of the decoder
    double imagesPerSecond = 0; ///< over the last half minute or so
    double waitShare = 0;       ///< share of the time that the network waited for photos
    double secondsSpent = 0;
    double secondsLeft = 0;
    std::optional<ColourMetrics> validation; ///< set after a validation
    bool savedCheckpoint = false;
};

/// Files and rhythm of a run; nothing here changes what is computed.
struct TrainingPlan
{
    std::filesystem::path folder; ///< gets checkpoint.safetensors and <name>.safetensors
    std::string name = "model";
    std::filesystem::path encoder; ///< pretrained weights; empty starts from random ones
    std::filesystem::path start;   ///< a model of ours to go on from, encoder and all; may be empty
    std::string device = "auto";   ///< "auto", "cpu" or "cuda:N"
    int threads = 0;               ///< of the CPU; 0 leaves LibTorch's choice
    bool resume = false;           ///< go on from the checkpoint in `folder`
    double checkpointMinutes = 5;
    double validationMinutes = 10;
    std::map<std::string, std::string> cardDetails; ///< added to the model's card
};

/// Trains the colorizer: settings and data in, a checkpoint to go on from and a model file out. The
/// model is also written after every validation, so that there is one to look at while it runs.
class Trainer
{
public:
    using Listener = std::function<void(const TrainingNews&)>;

    /// @param validation  may be null
    Trainer(TrainingSettings settings, TrainingPlan plan, SampleSource& training,
            SampleSource* validation);

    /// Trains to the end. A stop through `progress` writes a checkpoint first and gives Cancelled.
    /// A loss that is not finite stops the run and leaves the last good checkpoint (Internal).
    /// @returns the card of the model that was written
    Result<ModelCard> run(const Progress& progress, const Listener& listener);

    static std::filesystem::path checkpointPath(const std::filesystem::path& folder);

private:
    TrainingSettings settings_;
    TrainingPlan plan_;
    SampleSource& training_;
    SampleSource* validation_;
};

} // namespace autochrome
