#pragma once

#include "core/base/error.h"
#include "core/learn/loop/loss_weights.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace autochrome::inline learn {

/// Everything that decides what a training run computes. Stored in every checkpoint, so that a
/// resumed run goes on with the same.
struct TrainingSettings
{
    std::string preset = "house";
    std::uint64_t seed = 1;
    std::string architecture = "autochrome-efficientnet_b0-unet"; ///< NetworkDesign's name

    // Length: the first that is not zero counts, in this order.
    double minutes = 0; ///< of wall-clock time, over all sessions of the run
    std::int64_t steps = 0;
    double epochs = 30;

    // Samples. Large crops towards the end let the network cope with whole scenes.
    int batchSize = 32;
    int cropSize = 128;
    int lateBatchSize = 16;
    int lateCropSize = 192;
    double lateFrom = 0.75;  ///< share of the run after which the late sizes hold
    int accumulation = 1;    ///< batches whose gradients make one step of the optimiser
    double agedShare = 0.35; ///< share of the samples that get the faults of old prints
    std::int64_t priorPhotos = 20000;

    // Loss.
    double lambda = 0.9;           ///< of the rebalancing; 1 switches it off
    double crossEntropyWeight = 1; ///< 0 switches the distribution head off
    double regressionWeight = 10;  ///< 0 switches the regression head off
    double photoWeight = 0;        ///< of the logarithm of each photo's error; 0 switches it off
    double vividness = 1;          ///< see LossWeights

    // Optimiser.
    double encoderRate = 3e-4;
    double decoderRate = 1e-3;
    double weightDecay = 0.01;
    double stochasticDepth = 0.2; ///< of the EfficientNet's last block; 0 switches it off
    std::int64_t warmupSteps = 200;
    double finalRate = 0.01; ///< share of the learning rate at the end of the cosine
    double gradientClip = 5; ///< 2-norm; 0 switches it off
    double emaDecay = 0.998; ///< 0 switches the average off
    bool bf16 = true;        ///< mixed precision where the device has it
    /// Share of the run during which the encoder, batch-norm statistics included, stays as it is.
    double frozenUntil = 0;
    /// Batch-norm statistics stay those of the model that the run starts from. A batch of photos of
    /// one kind would normalise away just what sets the kind apart.
    bool fixedStatistics = false;
    /// Share of the weights of the model that the run starts from in those that are validated and
    /// kept (see blendOf()): it forgets less. Without such a model there is none.
    double startShare = 0;

    // Validation.
    int validationShortSide = 224;
    std::int64_t validationPhotos = 64; ///< between; at the end all of them
    double validationEpochs = 0;        ///< between validations; 0 leaves it to the plan's minutes
    /// The model with the lowest CIEDE2000 of all validations is kept, the one that the run started
    /// from among them; all validations then see `validationPhotos`.
    bool keepBest = false;
    int patience = 0; ///< validations without a gain that end the run; 0: none. Wants keepBest

    /// From this project's own trials: soft rebalancing, both heads.
    static TrainingSettings house();
    /// Regression with rebalancing, 100 epochs, batch 32, Adam 1e-3 with decay.
    static TrainingSettings paper();
    /// A model learns a small archive without forgetting the rest: encoder frozen first, statistics
    /// kept, low rates, half of the old weights in the new ones, an end as soon as the validation
    /// gains nothing, the better of old and new kept.
    static TrainingSettings fineTune();

    /// "house", "paper" or "fine-tune"; empty for another name.
    static std::optional<TrainingSettings> ofPreset(std::string_view name);

    std::string toJson() const;
    static Result<TrainingSettings> fromJson(const std::string& json);

    LossWeights lossWeights() const;

    /// Total steps for a source of `photos` photos; 0 if the length is a time.
    std::int64_t totalSteps(std::int64_t photos) const;
    /// Share of the run that is over, in [0, 1].
    double fractionDone(std::int64_t step, double secondsSpent, std::int64_t photos) const;
    /// What learning rates are multiplied with: linear warm-up, then cosine decay.
    double rateFactor(std::int64_t step, double fraction) const;
};

} // namespace autochrome::inline learn
