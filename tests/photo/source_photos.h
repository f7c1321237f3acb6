#pragma once

#include "core/photo/photo.h"

namespace autochrome {

/// Puts Exif (with GPS and DateTimeOriginal), IPTC and XMP into an image file, by Exiv2 itself.
/// @param stale  also structure, a thumbnail and identifiers of an earlier program
void addTestMetadata(const std::filesystem::path& path, bool stale = false);

/// Writes a result of this program that says it was made from a photo with this SHA-256, under the
/// name or a numbered one after it.
/// @returns its path
std::filesystem::path writeTestResult(const std::filesystem::path& path,
                                      const std::string& sourceSha256,
                                      FileFormat format = FileFormat::Png);

} // namespace autochrome
