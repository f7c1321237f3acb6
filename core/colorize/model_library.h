#pragma once

#include "core/colorize/colorizer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome {

/// Folders that models are looked for in, first ones first: $AUTOCHROME_MODELS,
/// $XDG_DATA_HOME/autochrome/models, share/autochrome/models beside the program's bin folder, those
/// of $XDG_DATA_DIRS, and the source tree that the program was built from.
std::vector<std::filesystem::path> modelFolders();

/// The model files of these folders, without doubles.
std::vector<ModelEntry> modelsIn(const std::vector<std::filesystem::path>& folders);

/// The file that a person means by `model`: a path, the name of one of availableModels(), or the
/// default for an empty text. Errors: ModelMissing, with the folders that were looked in.
Result<std::filesystem::path> findModel(const std::string& model);

} // namespace autochrome
