#pragma once

#include "core/base/error.h"
#include "core/learn/loop/training_settings.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// What a training was asked for: all that is needed to go on with it, or to do it once more. Its
/// file, run.json, lies in the run's folder.
struct TrainingRun
{
    TrainingSettings settings;
    std::vector<std::filesystem::path> data;       ///< absolute; folders, tar archives or shards
    std::vector<std::filesystem::path> validation; ///< the same; may be empty
    std::filesystem::path encoder;                 ///< absolute; may be empty
    std::filesystem::path start;                   ///< the model it started from; may be empty
    std::string startName = {};                    ///< that model's name
    std::string startSha256 = {};                  ///< of that model's weights
    std::string name = "model";
    std::string device = "auto";
    int threads = 0;
    int workers = 0;
    double checkpointMinutes = 5;
    double validationMinutes = 10;
    std::map<std::string, std::string> notes; ///< for the model's card
    std::string commandLine = {};             ///< as it stands on the card
    std::string software = {};
    double begun = 0; ///< seconds since 1970

    std::string toJson() const;
    /// Errors: Corrupt.
    static Result<TrainingRun> fromJson(const std::string& json);
};

/// Errors: NotFound, Unreadable, Corrupt.
Result<TrainingRun> readTrainingRun(const std::filesystem::path& folder);
Result<void> writeTrainingRun(const std::filesystem::path& folder, const TrainingRun& run);

} // namespace autochrome::inline learn
