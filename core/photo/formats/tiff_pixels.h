#pragma once

#include "core/photo/formats/tiff_layout.h"

namespace autochrome::inline photo {

/// Decodes the current page, which has this layout, into a target that was created for it.
/// @param icc  the page's profile, for inks
void readTiffPixels(ReadContext& context, const TiffFile& file, const TiffLayout& layout,
                    const std::vector<std::uint8_t>& icc, PixelTarget& target);

} // namespace autochrome::inline photo
