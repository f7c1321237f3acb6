#pragma once

#include "core/colorize/colorizer.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome {

/// Makes a model, one of availableModels() by name, the one that is taken if none is named. The one
/// before is remembered. Errors: ModelMissing, WriteFailed, DiskFull.
Result<void> setDefaultModel(const std::string& name);

/// The model that is taken if none is named: the first of availableModels(). Errors: ModelMissing.
Result<ModelEntry> defaultModel();

/// Goes back to the default before the last choice; before the first one, the program's own.
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

} // namespace autochrome
