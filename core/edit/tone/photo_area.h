#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// What of a scan is the photo itself: all but the even frames around it (paper's edge, mount, bed
/// of the scanner), one within the other. A frame is one shade that runs along nearly all of the
/// edge, so that a sky, which touches two or three sides of it, is none.
/// @param lightness  CV_32F, L*, reduced, free of dust
/// @return CV_8U, 255 where the photo is; never all 0
cv::Mat photoArea(const cv::Mat& lightness);

} // namespace autochrome::inline edit
