#pragma once

#include "core/base/error.h"
#include "core/train/adamw.h"
#include "core/train/ema.h"
#include "core/train/sample_source.h"
#include "core/train/training_settings.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace autochrome {

/// How far a run is. Order and augmentation of the samples and the network's random numbers follow
/// from the seed and these counters, so they stand for the generators' states.
struct TrainingState
{
    std::int64_t step = 0;    ///< optimiser steps done
    std::int64_t samples = 0; ///< samples consumed: the position in the epoch
    double secondsSpent = 0;  ///< over all sessions
    std::vector<float> prior;
    std::string encoderSha256;
    std::string parentSha256; ///< weights of the model that the run started from; may be empty
    std::string dataSha256;   ///< over names and digests of the training data
    SkipCounts skipped;       ///< photos passed over so far, the most of any session
    double bestScore = -1;    ///< lowest CIEDE2000 of a validation; negative: none yet
    int sinceBest = 0;        ///< validations since then
};

/// Writes settings, state, weights, average and optimiser as one safetensors file, atomically.
Result<void> saveCheckpoint(const std::filesystem::path& path, const TrainingSettings& settings,
                            const TrainingState& state, const ColorizerNetwork& network,
                            const Ema& ema, const AdamW& optimiser);

/// What a checkpoint says before its tensors are loaded.
struct CheckpointHead
{
    TrainingSettings settings;
    TrainingState state;
    int bins = 0;
    std::int64_t optimiserSteps = 0;
    std::int64_t emaUpdates = 0;
};
Result<CheckpointHead> readCheckpointHead(const std::filesystem::path& path);

/// Fills network, average and optimiser from a checkpoint.
Result<void> loadCheckpoint(const std::filesystem::path& path, ColorizerNetwork& network, Ema& ema,
                            AdamW& optimiser);

} // namespace autochrome
