#pragma once

#include "core/learn/run/training_run.h"
#include "core/measure/comparison_file.h"
#include "core/models/model_entry.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome {

/// What became of the library: which model is used by itself, and which would be after going back.
struct LibraryState
{
    std::string defaultName; ///< empty: there is no model at all
    std::string defaultSha256;
    bool canGoBack = false;
    std::string backName; ///< of the model that going back leads to; may be empty
};

/// All that is known of a training before its model is compared.
struct ComparedRun
{
    TrainingRun run;
    bool isTraining = false; ///< it still goes on
    std::filesystem::path model;
    std::string modelName;          ///< on its card; empty: the training has kept none yet
    std::string modelSha256;        ///< of its weights
    std::vector<ModelEntry> others; ///< to compare with: the one it started from first
    bool startedFromFirst = false;  ///< whether others.front() is that one
    std::optional<ComparisonFile> comparison; ///< done before
    LibraryState library;
};

/// Where the comparison of a training's model lies.
std::filesystem::path comparisonFolder(const std::filesystem::path& run);

/// Reads files, so not for the window's own thread. Errors: NotFound, Unreadable, Corrupt (of
/// run.json).
Result<ComparedRun> readComparedRun(const std::filesystem::path& folder);

LibraryState readLibraryState();

} // namespace autochrome
