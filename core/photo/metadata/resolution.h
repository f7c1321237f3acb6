#pragma once

#include "core/photo/photo.h"

#include <utility>

namespace autochrome::inline photo {

/// What Exif says of the scanning resolution, or else XMP; none if neither does.
Resolution resolutionOf(const Metadata& metadata);

/// Which of two to believe: what the file's format says itself (JFIF, pHYs, ...) or its metadata.
/// Programs fill the former with what screens once had; such a value loses to any other.
Resolution likelierResolution(const Resolution& ofFormat, const Resolution& ofMetadata);

/// A resolution without a unit as two whole numbers of that proportion, neither above `most`.
std::pair<std::uint32_t, std::uint32_t> wholeProportion(const Resolution& resolution,
                                                        std::uint32_t most);

/// Makes metadata's Exif say the same, where it says something else or nothing.
void setResolution(Metadata& metadata, const Resolution& resolution);

} // namespace autochrome::inline photo
