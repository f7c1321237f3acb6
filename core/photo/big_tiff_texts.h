#pragma once

#include "core/photo/metadata.h"
#include "core/photo/tiff_file.h"

namespace autochrome {

/// Adds what libtiff hands out of a BigTIFF, which Exiv2 does not read: the baseline texts
/// (description, artist, rights and the like) and IPTC.
void addBigTiffTexts(const TiffFile& file, Metadata& metadata);

} // namespace autochrome
