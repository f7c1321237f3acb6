#pragma once

#include "core/photo/lightness_error.h"
#include "core/photo/metadata/metadata.h"

#include <optional>
#include <string>

namespace autochrome::inline photo {

/// What was measured in a file stands in the history in that same file. It is put there last: a
/// placeholder of the same length holds its room while the file is written.

/// The parameters that tell it, always equally long.
std::string lightnessNote(const LightnessError& error);

/// As long as a note and like no other text.
std::string notePlaceholder();

/// Appends parameters to the newest entry of the history; false if there is none.
bool addToHistory(Metadata& metadata, const std::string& parameters);

/// What the newest entry of this program in the history tells; nothing if it tells none.
std::optional<LightnessError> notedLightness(const Metadata& metadata);

} // namespace autochrome::inline photo
