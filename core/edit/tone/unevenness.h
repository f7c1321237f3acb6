#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// How a photo has faded or was lit unevenly: the logarithm of a factor on L* + 16, 0 where most of
/// the photo lies. A factor on light is one on L* + 16, up to the darkest tones (CIE 15: L* + 16 =
/// 116 Y^(1/3)).
///
/// The surface is smooth: cosines of low order in both directions, for a vignette, and of higher
/// ones along either, for stripes and for a print that was half covered. It is fitted to the
/// differences of neighbouring pixels by their absolute values, as a median is to numbers: what a
/// photo shows has edges here and there, of either sign, and an uneven light has one slope along a
/// whole row or column. It never asks for more than a factor of 1.6.
/// @param lightness  CV_32F, L*, reduced
/// @param area       CV_8U of that size, see photoArea()
/// @return CV_32F, smaller
cv::Mat unevenness(const cv::Mat& lightness, const cv::Mat& area);

} // namespace autochrome::inline edit
