#pragma once

#include "app/cli/parameter_options.h"
#include "core/base/error.h"
#include "core/learn/loop/training_settings.h"
#include "core/learn/run/training_run.h"

#include <optional>
#include <string>
#include <vector>

namespace autochrome::cli {

/// What the command line says about a training.
struct TrainOptions
{
    std::vector<std::string> data;
    std::vector<std::string> validation;
    std::string encoder;
    std::string start;
    std::string out;
    std::string name = "model";
    std::string device = "auto";
    std::string preset = "house";
    std::string settings; ///< a file of settings, in JSON; may be empty
    std::string network = "efficientnet_b0-unet";
    int threads = 0;
    int workers = 0;
    bool resume = false;
    double checkpointMinutes = 5;
    double validationMinutes = 10;
    std::vector<std::string> notes;
    bool estimate = false;                     ///< only say what it would take
    bool json = false;                         ///< the estimate as JSON
    std::optional<TrainingRun> record;         ///< of the run that is resumed
    ParameterOptions<TrainingSettings> values; ///< those of the settings that were given
};

/// Adds the options of `train`; `options` receives them and has to outlive the parsing.
void addTrainOptions(CLI::App& command, TrainOptions& options);

/// The options, and when resuming those of the run's record that the command line does not name.
/// Errors: Usage, if nothing says which photos to learn from.
Result<TrainOptions> withRecord(const CLI::App& command, TrainOptions options);

/// The preset, or the checkpoint's settings when resuming, with those of the file of settings and
/// then what the command line says on top.
/// A run that has a record but no checkpoint yet is begun again: `options.resume` becomes false.
Result<TrainingSettings> settingsFor(const CLI::App& command, TrainOptions& options);

} // namespace autochrome::cli
