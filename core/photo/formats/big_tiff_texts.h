#pragma once

#include "core/photo/formats/tiff_file.h"
#include "core/photo/metadata/metadata.h"

namespace autochrome::inline photo {

/// Adds what libtiff hands out of a BigTIFF, which Exiv2 does not read: the baseline texts
/// (description, artist, rights and the like) and IPTC.
void addBigTiffTexts(const TiffFile& file, Metadata& metadata);

} // namespace autochrome::inline photo
