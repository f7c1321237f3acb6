#pragma once

#include "core/base/progress.h"
#include "core/learn/loop/training_settings.h"

#include <torch/torch.h>

#include <cstdint>

namespace autochrome::inline learn {

/// What some steps of a network took.
struct StepTrial
{
    double secondsPerPixel = 0;       ///< of a sample; all weights learn
    double frozenSecondsPerPixel = 0; ///< while the encoder is frozen
    double lookSecondsPerPixel = 0;   ///< only looking, as a validation does
    std::uint64_t bytesPerPixel = 0;  ///< of memory, that a batch's size is to be blamed for
};

/// Makes a few steps of training on random numbers. May throw what LibTorch throws, std::bad_alloc
/// and Cancelled.
StepTrial tryStep(const TrainingSettings& settings, torch::Device device, const Progress& progress);

/// Weights of a network of this architecture, batch-norm statistics among them; 0 for one that is
/// not known.
std::int64_t weightCount(const std::string& architecture);

} // namespace autochrome::inline learn
