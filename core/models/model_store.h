#pragma once

#include "core/base/error.h"
#include "core/models/model_entry.h"

#include <filesystem>
#include <string>

namespace autochrome::inline models {

/// Copies a model file of ours into the person's library, under the name on its card. A name that
/// is taken gets a number; a model whose weights are known already, the person's or the program's
/// own, is not copied again. The default stays what it is; the first model of all becomes it.
/// @param name  instead of the card's; may be empty
/// @returns the file in the library, or that of the model that it is already. Errors: ModelInvalid
/// (damaged, an encoder, another
///          architecture or version: the sentence says which), NotFound, WriteFailed, DiskFull.
Result<std::filesystem::path> addToLibrary(const std::filesystem::path& file,
                                           const std::string& name = {});

/// Copies a model, by name or path, out of the library; never over another file.
/// @param target  a file, or a folder that is there
/// @returns the file that was written. Errors: ModelMissing, ModelInvalid, TargetExists,
///          WriteFailed, DiskFull.
Result<std::filesystem::path> exportModel(const std::string& model,
                                          const std::filesystem::path& target);

/// Looks at all of a model file: architecture, version, checksums, finite weights. Errors:
/// ModelInvalid, with the reason; NotFound, Unreadable.
Result<ModelEntry> verifyModel(const std::filesystem::path& file);

/// Removes a model, by name, from the person's own folder; those that came with the program stay.
/// It is the default, also of collections, no longer.
/// Errors: ModelMissing, Usage (not in that folder), WriteFailed.
Result<void> removeFromLibrary(const std::string& name);

} // namespace autochrome::inline models
