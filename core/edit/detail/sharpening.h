#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Makes edges steeper without the halos and the grain of an unsharp mask: what is as weak as grain
/// is left alone, and no pixel gets lighter or darker than those around it by more than a tenth of
/// their range.
struct Sharpening
{
    static constexpr int reach = 7; ///< how far a pixel of the result sees, pixels

    double amount = 0;  ///< 0 to 1
    float variance = 0; ///< of the grain that is there, code values of 8 bits

    /// @param plane  CV_32F, brightness in code values of 8 bits; changed
    void apply(cv::Mat& plane) const;
};

} // namespace autochrome::inline edit
