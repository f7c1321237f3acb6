#pragma once

#include "core/base/error.h"
#include "core/models/model_entry.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline network {
struct ModelCard;
} // namespace autochrome::inline network

namespace autochrome::inline models {

/// Where the person's own models lie: $XDG_DATA_HOME/autochrome/models. It need not be there.
/// Empty for somebody without a home.
std::filesystem::path personsModelFolder();

/// Why nothing can be kept for such a one.
tl::unexpected<Error> noDataFolder();

/// Folders that models are looked for in, first ones first: $AUTOCHROME_MODELS,
/// $XDG_DATA_HOME/autochrome/models, share/autochrome/models beside the program's bin folder, those
/// of $XDG_DATA_DIRS, and the source tree that the program was built from.
std::vector<std::filesystem::path> modelFolders();

/// The model files of these folders, without doubles.
std::vector<ModelEntry> modelsIn(const std::vector<std::filesystem::path>& folders);

/// Model files found in the folders that are looked in: $AUTOCHROME_MODELS, the person's data
/// folder, the program's own share/autochrome/models, the build tree. Best default first.
std::vector<ModelEntry> availableModels();

/// The models of modelFolders() as long as none was chosen: the person's own behind the program's.
std::vector<ModelEntry> modelsInOrder();

/// What a list says about a model file with this card.
ModelEntry entryOf(const std::filesystem::path& file, const ModelCard& card);

/// The first of the models with this name, or whose file has it, or whose weights have this
/// SHA-256.
std::optional<ModelEntry> namedModel(const std::vector<ModelEntry>& models,
                                     const std::string& name);

/// The file that a person means by `model`: a path, the name of one of availableModels(), or the
/// default for an empty text. Errors: ModelMissing, with the folders that were looked in.
Result<std::filesystem::path> findModel(const std::string& model);

} // namespace autochrome::inline models
