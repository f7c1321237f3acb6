#pragma once

#include "core/base/error.h"
#include "core/train/training_settings.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

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
    std::string network = "efficientnet_b0-unet";
    std::string precision = "mixed";
    int threads = 0;
    int workers = 0;
    bool resume = false;
    double checkpointMinutes = 5;
    double validationMinutes = 10;
    std::vector<std::string> notes;
    TrainingSettings values; ///< what the options below wrote; merged if they were given
};

/// Adds the options of `train`; `options` receives them and has to outlive the parsing.
void addTrainOptions(CLI::App& command, TrainOptions& options);

/// The preset, or the checkpoint's settings when resuming, with what the command line says on top.
Result<TrainingSettings> settingsFor(const CLI::App& command, const TrainOptions& options);

} // namespace autochrome::cli
