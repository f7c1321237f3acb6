#pragma once

#include "core/photo/lightness_error.h"
#include "core/photo/profile/colour_space.h"

#include <optional>

namespace autochrome::inline photo {

/// Compares a file's pixels, as they are decoded, with those of the photo that it was made of.
class LightnessCheck
{
public:
    /// @param original   upright
    /// @param icc        of the file; empty: sRGB
    /// @param onWhite    the file has no transparency; the original's was laid on white
    LightnessCheck(const Photo& original, const std::vector<std::uint8_t>& icc, bool onWhite);

    /// Whether a picture of this size can be compared at all.
    bool fits(cv::Size size) const { return size == original_.pixels.size(); }

    /// Rows of the file from `firstRow` on, in any order.
    void add(int firstRow, const cv::Mat& rows);
    LightnessError result() const { return meter_.result(); }

private:
    const ColourSpace& spaceOf(const cv::Mat& rows);
    void addStrip(int firstRow, const cv::Mat& rows);

    const Photo& original_;
    const std::vector<std::uint8_t>& icc_;
    bool onWhite_;
    ColourSpace originalSpace_;
    std::optional<ColourSpace> space_;
    LightnessMeter meter_;
    cv::Mat meant_;
    cv::Mat found_;
    cv::Mat visible_;
    cv::Mat laid_;
};

} // namespace autochrome::inline photo
