#pragma once

#include "core/edit/colour/coefficient_rows.h"
#include "core/edit/colour/recombiner.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Colours rows of a photo whose space is a real RGB profile (wide-gamut matrix, scanner LUT): the
/// same as the kernel does for sRGB, by way of linear sRGB in both directions. After rounding,
/// every pixel's L* is checked through the profile; one that misses loses chroma until it holds,
/// and at worst keeps the source's own colour.
/// @param coefficients  of the whole region that `source` is
/// @param rows          of `source` and `result` to work on
void colouriseThroughProfile(const cv::Mat& source, const CoefficientRows& coefficients,
                             cv::Range rows, const ColourSpace& space,
                             const ColourSpace& resultSpace, TintHandling tint, cv::Mat& result);

} // namespace autochrome::inline edit
