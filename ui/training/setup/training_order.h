#pragma once

#include "core/base/error.h"
#include "ui/training/data/training_draft.h"
#include "ui/training/data/training_lists.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace autochrome {

/// Everything that the person decided about a training but the photos.
struct TrainingOrder
{
    TrainingSettings settings = {};
    MachineChoices machine = {};
    std::string name = {};                         ///< of the model
    std::filesystem::path start = {};              ///< a model of ours to go on from; may be empty
    std::filesystem::path encoder = {};            ///< a pretrained encoder; only without `start`
    std::map<std::string, std::string> notes = {}; ///< for the model's card

    /// What startTrainer() takes.
    /// @param settingsFile  what writeSettings() wrote
    std::vector<std::string> arguments(const TrainingLists& lists,
                                       const std::filesystem::path& folder,
                                       const std::filesystem::path& settingsFile) const;

    /// Errors: WriteFailed, DiskFull.
    Result<void> writeSettings(const std::filesystem::path& file) const;

    /// The file of settings within a run's folder.
    static std::filesystem::path settingsFile(const std::filesystem::path& folder);
};

} // namespace autochrome
