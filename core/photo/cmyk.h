#pragma once

#include "core/photo/icc.h"

#include <opencv2/core.hpp>

namespace autochrome {

/// Inks to sRGB: through the file's own profile, or without one by the plain formula
/// R = (1 - C) (1 - K).
class CmykToRgb
{
public:
    /// @param icc       the embedded CMYK profile; empty or unfit: the plain formula
    /// @param depth     CV_8U or CV_16U
    /// @param inverted  full scale means no ink (Adobe's JPEGs), not full ink
    CmykToRgb(const std::vector<std::uint8_t>& icc, int depth, bool inverted);

    /// 4-channel rows of inks -> 3-channel rows of the same size and depth (allocated).
    void convert(const cv::Mat& inks, cv::Mat& rgb) const;

private:
    IccTransform transform_;
    bool inverted_;
};

} // namespace autochrome
