#pragma once

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Black and white point of a photo, and whether they tell that it has faded.
struct FoundLevels
{
    static constexpr double room = 1;             ///< L*, left to the extremes beyond either point
    static constexpr double leastCertainty = 0.5; ///< from which on a photo is taken for faded

    double black = 0; ///< L*
    double white = 100;
    double certainty = 0; ///< that the photo has faded, [0, 1]

    bool isFaded() const { return certainty >= leastCertainty; }
};

/// Looks for them in the photo's own histogram: a thousandth of the pixels lie beyond either point,
/// without dust (a median) and without what is around the photo (see photoArea()). A photo has
/// faded when it uses a part of the range only, and uses that as others use all of it: with
/// pixels towards both ends and with edges over much of it. What fog or a plain motif leaves of
/// the range is neither.
/// @param lightness  CV_32F, L*, reduced
/// @param area       CV_8U, see photoArea()
FoundLevels foundLevels(const cv::Mat& lightness, const cv::Mat& area);

} // namespace autochrome::inline edit
