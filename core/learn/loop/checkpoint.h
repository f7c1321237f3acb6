#pragma once

#include "core/base/error.h"
#include "core/learn/loop/adamw.h"
#include "core/learn/loop/ema.h"
#include "core/learn/loop/training_settings.h"
#include "core/learn/loop/training_state.h"

#include <filesystem>

namespace autochrome::inline learn {

/// Writes settings, state, weights, average and optimiser as one safetensors file, atomically.
/// @param start  the network that the run started from, or null
Result<void> saveCheckpoint(const std::filesystem::path& path, const TrainingSettings& settings,
                            const TrainingState& state, const ColorizerNetwork& network,
                            const Ema& ema, const AdamW& optimiser, const ColorizerNetwork& start);

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

/// Fills network, average, optimiser and, if it is not null, the network that the run started from.
Result<void> loadCheckpoint(const std::filesystem::path& path, ColorizerNetwork& network, Ema& ema,
                            AdamW& optimiser, ColorizerNetwork& start);

} // namespace autochrome::inline learn
