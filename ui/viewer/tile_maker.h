#pragma once

#include "core/edit/colour/recombiner.h"
#include "ui/viewer/image_pyramid.h"
#include "ui/viewer/surround.h"
#include "ui/viewer/tile.h"

namespace autochrome {

/// Pixels in `space` (CV_8U/CV_16U, 1, 3 or 4 channels) as a picture for the screen: 8-bit sRGB,
/// colours outside it clipped, alpha laid over the surround.
QImage displayImage(const cv::Mat& pixels, const ColourSpace& space);

/// A tile of the photo as it is.
Tile makeTile(const ImagePyramid& pyramid, const TileIndex& index);

/// A tile of the photo coloured by `recombiner`.
Tile makeTile(const ImagePyramid& pyramid, const TileIndex& index, const Recombiner& recombiner);

/// The whole photo from every n-th pixel, long side at most `side`: rough, but there in a few
/// milliseconds, before any pyramid.
Tile makePreview(const Photo& photo, const ColourSpace& space, int side);

} // namespace autochrome
