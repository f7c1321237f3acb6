#pragma once

#include "core/base/error.h"
#include "core/base/parameter.h"
#include "core/learn/loop/training_settings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace autochrome::inline learn {

using SettingRange = ParameterRange;

/// What a number among the settings may be. Null for what is no number, or may be any (the seed).
const SettingRange* settingRange(std::string_view key);

/// Whether a training can be made with these settings: each number in its range, a network that
/// there is, a length, a loss that counts. Errors: Usage, with a sentence that names the key.
Result<void> checkSettings(const TrainingSettings& settings);

/// Reads settings that a person or a program wrote, as a JSON object whose keys are those of
/// TrainingSettings::toJson(), and checks them. Stricter than fromJson(), which reads what this
/// program wrote.
/// @param base  whose values a key that is absent has, and whose preset stands; without one those
///              of the preset that the file names, or of "house"
/// Errors: Usage (the sentence names the key), Corrupt (no JSON).
Result<TrainingSettings> settingsFromText(const std::string& json,
                                          const std::optional<TrainingSettings>& base);

/// The same from a file. Errors: also NotFound, Unreadable, TooLarge.
Result<TrainingSettings> settingsFromFile(const std::filesystem::path& file,
                                          const std::optional<TrainingSettings>& base);

} // namespace autochrome::inline learn
