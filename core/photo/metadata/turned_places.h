#pragma once

#include "core/photo/metadata/metadata.h"

#include <opencv2/core.hpp>

namespace autochrome::inline photo {

/// Turns what metadata say about places in the picture (faces and other regions, the subject) along
/// with its pixels.
/// @param orientation  Exif orientation (1-8) of the picture that is being turned upright
/// @param size         pixels it has before
void turnPlaces(Metadata& metadata, int orientation, cv::Size size);

} // namespace autochrome::inline photo
