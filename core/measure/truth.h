#pragma once

#include "core/base/error.h"
#include "core/photo/photo.h"

#include <opencv2/core.hpp>

#include <span>
#include <string>

namespace autochrome::inline measure {

/// A colour photo to be judged against: what it truly looks like, and the grey photo that is made
/// of it for the network.
struct Truth
{
    std::string name;
    cv::Mat lab;             ///< CV_32FC3, CIE L*a*b*
    Photo grey;              ///< 16-bit grey with sRGB's tone curve, L* that of `lab`
    bool isColoured = false; ///< false: nearly without colour, nothing to judge by
};

/// Mean chroma (a* b* in CIE units) from which a photo counts as coloured.
inline constexpr double colouredFrom = 2.0;

/// Reads a photo through its ICC profile, upright, and reduces it in linear light.
/// @param shortSide  of the result in pixels; smaller photos, and all with 0, stay as they are
Result<Truth> readTruth(std::span<const std::uint8_t> bytes, const std::string& name,
                        int shortSide);

/// CV_32FC3 linear sRGB -> CV_32FC3 CIE L*a*b*, and back to CV_8UC3 sRGB (clipped, for the eye).
cv::Mat labOfLinear(const cv::Mat& linear);
cv::Mat srgbOfLab(const cv::Mat& lab);

} // namespace autochrome::inline measure
