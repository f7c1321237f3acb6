#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// The mean of the colours of each pixel in code values of 8 bits, [0, 255].
/// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels; alpha does not count
/// @return CV_32F
cv::Mat brightnessOf(const cv::Mat& pixels);

} // namespace autochrome::inline edit
