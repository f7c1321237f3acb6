#pragma once

#include "core/measure/metrics/metrics.h"

#include <cstdint>
#include <optional>

namespace autochrome::inline learn {

/// News from a running training, after every step.
struct TrainingNews
{
    std::int64_t step = 0;
    std::int64_t totalSteps = 0; ///< 0 if the length is a time
    double fraction = 0;
    std::int64_t samples = 0;
    int batchSize = 0;
    int cropSize = 0;
    double loss = 0;
    double crossEntropy = 0;
    double regression = 0;
    double photoError = 0;
    double gradientNorm = 0;
    double learningRate = 0;    ///< of the decoder
    double imagesPerSecond = 0; ///< over the last half minute or so
    double waitShare = 0;       ///< share of the time that the network waited for photos
    double secondsSpent = 0;
    double secondsLeft = 0;
    std::optional<ColourMetrics> validation; ///< set after a validation
    bool savedCheckpoint = false;
};

} // namespace autochrome::inline learn
