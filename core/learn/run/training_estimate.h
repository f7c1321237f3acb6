#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/learn/loop/training_settings.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline learn {

class SampleSource;

/// A training that somebody thinks of.
struct TrainingIdea
{
    TrainingSettings settings;
    std::int64_t photos = 0;           ///< to learn from
    std::int64_t validationPhotos = 0; ///< there are; each validation takes its part of them
    std::string device = "auto";
    int threads = 0; ///< of the CPU; 0: all cores
    double validationMinutes = 10;
};

/// What a training takes. Rightly guessed within a third or so, if it was measured.
struct TrainingEstimate
{
    double seconds = 0;        ///< to the end; a run that ends by its patience takes less
    double secondsPerStep = 0; ///< at its beginning
    std::int64_t steps = 0;
    std::int64_t validations = 0;
    std::uint64_t memory = 0;    ///< of the machine, bytes, at its highest
    std::uint64_t gpuMemory = 0; ///< bytes; 0 on the CPU
    std::uint64_t disk = 0;      ///< bytes that the run's folder grows by, at its highest
    int largestBatch = 0;        ///< that fits the memory that is free now
    bool isMeasured = false;     ///< on this machine, now; else from a table
};

/// From a table alone: at once, and as good as this machine is like the one it was measured on.
/// Errors: Usage, NotFound (the device).
Result<TrainingEstimate> estimateTraining(const TrainingIdea& idea);

/// The same from a few steps of a network of these settings, which take some seconds and as much
/// memory as the training will.
/// @param source  whose photos are decoded to see how long that takes; may be null
/// Errors: Usage, NotFound, OutOfMemory (it does not fit), Cancelled.
Result<TrainingEstimate> measureTraining(const TrainingIdea& idea, SampleSource* source,
                                         const Progress& progress);

/// What will not fit, one sentence each: the disk of `folder`, the memory, too few photos, a folder
/// that is taken or cannot be written. Empty if nothing is in the way.
std::vector<Error> checkTraining(const TrainingIdea& idea, const TrainingEstimate& estimate,
                                 const std::filesystem::path& folder);

} // namespace autochrome::inline learn
