#pragma once

#include "core/photo/formats/format_writer.h"
#include "core/photo/lightness_error.h"

#include <optional>

namespace autochrome::inline photo {

/// Reads the pixels of the finished file back and compares them with what was written; where the
/// photo that they were made of is known, also measures how far L* has moved. Throws WriteFailure.
std::optional<LightnessError> readPixelsBack(const WriteJob& job, const PhotoFormat& format,
                                             const Progress& progress);

/// Reads back everything beside the pixels, once it is complete. Returns the SHA-256 of the file.
std::string readFactsBack(const WriteJob& job, const PhotoFormat& format, const Progress& progress);

/// Puts what was measured in the place of its placeholder in the file's XMP packet, which has no
/// other length then. False if the placeholder is not there.
bool fillPlaceholder(OutputFile& file, FileFormat format, const std::string& placeholder,
                     const std::string& note);

} // namespace autochrome::inline photo
