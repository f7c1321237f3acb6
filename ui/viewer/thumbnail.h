#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/geometry/geometry_settings.h"
#include "core/photo/photo_id.h"

#include <QImage>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {
class Rendering;
} // namespace autochrome::inline edit

namespace autochrome {

/// Longest edge of a thumbnail, pixels.
inline constexpr int thumbnailEdge = 256;

/// Pixels as Photo has them, no larger than a thumbnail.
cv::Mat shrunkToThumbnail(const cv::Mat& pixels);

/// A small picture of pixels as Photo has them, without their colour profile.
QImage thumbnailOf(const cv::Mat& pixels);

/// A small picture of a coloured result.
/// @param small  shrunkToThumbnail() of the rendering's photo, which takes its time if that is
/// large
QImage thumbnailOf(const Rendering& rendering, const cv::Mat& small);

/// A small picture of a file that has not been opened, upright. JPEG files are decoded small;
/// others are read whole, strip by strip, if they have no more than `megapixels` (else: TooLarge).
/// Other errors: those of readPhoto().
Result<QImage> thumbnailOfFile(const PhotoId& photo, double megapixels,
                               const Progress& progress = Progress());

/// A small picture of an upright photo as the photo lies by a recipe.
/// @param source  size of the upright photo; needed only where there is a frame
QImage turnedThumbnail(const QImage& upright, QSize source, const GeometrySettings& geometry);

} // namespace autochrome
