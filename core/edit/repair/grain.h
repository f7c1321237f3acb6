#pragma once

#include <array>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// The grain of a photo: how strong it is at each brightness, and how it looks. Measured where the
/// photo is flattest, so that texture does not count; in code values of 8 bits, also of a deeper
/// photo. What it makes is the same each time.
class Grain
{
public:
    static constexpr int side = 256; ///< of the pattern, which repeats itself

    Grain() = default; ///< none
    /// @param pixels  CV_8U or CV_16U, 1, 3 or 4 channels; the mean of the colours is looked at
    /// @param state   CV_8U of the same size, 0 where the photo is sound
    static Grain of(const cv::Mat& pixels, const cv::Mat& state);

    bool isNone() const { return pattern_.empty(); }
    /// Variance at a brightness in [0, 255].
    float variance(float brightness) const;
    /// Grain of variance 1 and of the photo's own correlation, at a place of the photo.
    float at(int x, int y) const { return pattern_.at<float>(y & (side - 1), x & (side - 1)); }

private:
    static constexpr int bins = 8; // of brightness

    std::array<float, bins> variance_{};
    cv::Mat pattern_;
};

} // namespace autochrome::inline edit
