#pragma once

#include "core/base/progress.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Shows a part of a picture as an upright rectangle, with one interpolation: Lanczos with three
/// lobes on either side, at the exact place of each pixel, in floating point; beyond the edges the
/// picture goes on as its outermost pixels.
/// @param source    CV_8U or CV_16U, 1 to 4 channels
/// @param toSource  from the plane of the result to that of the source, homogeneous, in pixels;
///                  made for results that are not much smaller than what they show
/// @param size      of the result
/// Throws what Progress does when it is cancelled; cv::Exception without memory.
cv::Mat resampled(const cv::Mat& source, const cv::Matx33d& toSource, cv::Size size,
                  const Progress& progress);

} // namespace autochrome::inline edit
