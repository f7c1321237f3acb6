#pragma once

#include "core/base/error.h"
#include "core/models/model_entry.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline models {

/// Makes a model, one of availableModels() by name, the one that is taken if none is named. The one
/// before is remembered. Errors: ModelMissing, WriteFailed, DiskFull.
Result<void> setDefaultModel(const std::string& name);

/// The model that is taken if none is named: the first of availableModels(). Errors: ModelMissing.
Result<ModelEntry> defaultModel();

/// Sees to it that a model stays the default that was it before another came into the library,
/// without counting as a choice. @param sha256  of its weights; empty for none
Result<void> keepDefaultModel(const std::string& sha256);

/// Goes back to the default before the last choice; before the first one, that which was taken
/// until then: the program's own, wherever there is one.
/// @returns what is the default now. Errors: Usage (nothing was ever chosen), ModelMissing,
///          WriteFailed, DiskFull.
Result<ModelEntry> rollBackDefaultModel();

/// Whether rollBackDefaultModel() has somewhere to go.
bool canRollBackDefaultModel();

/// The model that rollBackDefaultModel() would make the default; none where it cannot.
std::optional<ModelEntry> modelToRollBackTo();

/// Puts the chosen model first, if it is among these; else the latest choice before it that is.
void putDefaultFirst(std::vector<ModelEntry>& models);

/// Takes a model out of the choices: it is removed.
Result<void> forgetDefaultModel(const std::string& sha256);

} // namespace autochrome::inline models
