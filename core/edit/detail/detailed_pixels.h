#pragma once

#include "core/base/progress.h"
#include "core/edit/detail/grain_reduction.h"
#include "core/edit/detail/halftone.h"
#include "core/edit/detail/sharpening.h"

#include <opencv2/core.hpp>
#include <optional>

namespace autochrome::inline edit {

/// What is done to the detail of a photo, in this order.
struct DetailPlan
{
    std::optional<Halftone> halftone; ///< that is removed
    std::optional<GrainReduction> grain;
    Sharpening sharpening;

    bool isIdentity() const
    {
        return !halftone && (!grain || grain->isIdentity()) && sharpening.amount == 0;
    }
    int reach() const; ///< how far a pixel of the result sees, pixels
};

/// The pixels after it, of the same depth and channels, each rounded once. All colours of a pixel
/// change by the same, which keeps a tint; alpha stays. It works in tiles, and what comes out is
/// what the whole would give. Throws Cancelled.
/// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels
cv::Mat detailedPixels(const cv::Mat& pixels, const DetailPlan& plan, const Progress& progress);

} // namespace autochrome::inline edit
