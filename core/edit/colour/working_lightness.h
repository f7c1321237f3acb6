#pragma once

#include "core/photo/profile/colour_space.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// L* of a whole photo, area-averaged to a short side of `shortSide` pixels (never enlarged; the
/// long side is capped, so that a 1 x 100,000 strip stays small). The averaging is done on the
/// codes, as training photos are, so no plane of floats at full size ever exists.
/// @return CV_32F, L* in [0, 100]
cv::Mat workingLightness(const cv::Mat& pixels, const ColourSpace& space, int shortSide);

} // namespace autochrome::inline edit
