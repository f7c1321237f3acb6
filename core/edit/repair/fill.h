#pragma once

#include "core/base/progress.h"

#include <cstdint>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

struct FillSettings
{
    int widest = 0;      ///< pixels; damage that is wider stays
    bool smooth = false; ///< no grain is put back
};

/// What became of the damage, in pixels.
struct FillCounts
{
    std::int64_t filled = 0;
    std::int64_t left = 0; ///< too wide, or with nothing sound to be seen
};

/// Fills damage in at full depth: what is thin by fillThinDamage(), what is wide by
/// fillWideDamage(). Nothing outside the mask is touched, and the same comes out each time.
/// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels
/// @param mask    CV_8U, not 0 where it is damaged; then 255 where it was filled, else 0
FillCounts fillDamage(cv::Mat& pixels, cv::Mat& mask, const FillSettings& settings,
                      const Progress& progress);

} // namespace autochrome::inline edit
