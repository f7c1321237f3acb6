#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <vector>

namespace autochrome {

/// L*, a*, b* (CV_64FC3) of pixels, computed apart from the program's own colour code: profile ->
/// linear sRGB by lcms2 in double precision without its optimisations (relative colorimetric), then
/// CIE Lab under D65 by its formulas. Without a profile: sRGB by its formula.
/// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels; alpha is ignored
cv::Mat referenceLab(const cv::Mat& pixels, const std::vector<std::uint8_t>& icc = {});

/// Greatest |L*(a) - L*(b)| over all pixels.
double lightnessDifference(const cv::Mat& a, const std::vector<std::uint8_t>& iccOfA,
                           const cv::Mat& b, const std::vector<std::uint8_t>& iccOfB);

} // namespace autochrome
