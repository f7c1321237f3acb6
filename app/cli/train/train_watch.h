#pragma once

#include "app/cli/train/train_options.h"
#include "core/base/progress.h"
#include "core/learn/run/run_reporter.h"

#include <memory>
#include <string>

namespace autochrome::cli {

/// Takes the folder of a run for this process, writes down what was asked for, and begins to tell
/// how it goes. Errors: TargetExists (a training runs there), WriteFailed, DiskFull.
Result<std::unique_ptr<RunReporter>> openReporter(const TrainOptions& options,
                                                  const TrainingSettings& settings,
                                                  const std::string& commandLine,
                                                  const Progress& progress);

/// Leaves word of an error that came before a run could be begun, for those who look into its
/// folder. Not if there is no such folder, or another process trains in it.
void leaveWord(const TrainOptions& options, const Error& error);

} // namespace autochrome::cli
