#pragma once

#include "core/base/progress.h"
#include "core/edit/geometry/geometry_settings.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Shows a part of a picture as an upright rectangle, with one interpolation: Lanczos with four
/// lobes on either side, at the exact place of each pixel, in floating point, wider where the
/// source is seen smaller. Colours count by their alpha; beyond the edges the picture goes on as
/// its outermost pixels.
/// @param source    CV_8U or CV_16U, 1, 3 or 4 channels
/// @param toSource  from the plane of the result to that of the source, homogeneous, in pixels
/// @param size      of the result, before …
/// @param turn      … it is rotated and flipped, which is done as each pixel is written
/// Throws what Progress does when it is cancelled; cv::Exception without memory.
cv::Mat resampled(const cv::Mat& source, const cv::Matx33d& toSource, cv::Size size,
                  const GeometrySettings& turn, const Progress& progress);

} // namespace autochrome::inline edit
