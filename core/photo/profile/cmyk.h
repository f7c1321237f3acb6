#pragma once

#include "core/photo/profile/icc.h"

#include <opencv2/core.hpp>

namespace autochrome::inline photo {

/// Inks to sRGB: through the file's own profile, or without one by the plain formula
/// R = (1 - C) (1 - K). By a profile L* stays what it is there (relative to the paper's white, the
/// darkest ink no blacker than on paper): within 0.25 in 8 bit and 0.01 in 16. A colour that sRGB
/// does not hold is made paler, never clipped.
class CmykToRgb
{
public:
    /// @param icc       the embedded CMYK profile; empty or unfit: the plain formula
    /// @param inverted  full scale means no ink (Adobe's JPEGs), not full ink
    CmykToRgb(const std::vector<std::uint8_t>& icc, bool inverted);

    /// 4-channel rows of inks (CV_8U or CV_16U) -> 3-channel rows of the same size and depth
    /// (allocated).
    void convert(const cv::Mat& inks, cv::Mat& rgb) const;

private:
    IccTransform transform_;
    bool inverted_;
};

} // namespace autochrome::inline photo
