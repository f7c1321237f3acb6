#pragma once

#include "core/photo/photo.h"

namespace autochrome {

/// Puts Exif (with GPS and DateTimeOriginal), IPTC and XMP into an image file, by Exiv2 itself.
/// @param stale  also structure, a thumbnail and identifiers of an earlier program
void addTestMetadata(const std::filesystem::path& path, bool stale = false);

} // namespace autochrome
