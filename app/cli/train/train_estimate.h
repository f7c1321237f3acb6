#pragma once

#include "app/cli/train/train_options.h"

namespace autochrome::cli {

/// `train --estimate`: measures a few steps and prints what the training would take and what will
/// not fit. Writes nothing.
/// @returns the exit status: 1 if something will not fit
Result<int> printEstimate(const TrainOptions& options, const TrainingSettings& settings);

} // namespace autochrome::cli
