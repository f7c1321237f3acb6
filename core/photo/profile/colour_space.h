#pragma once

#include "core/photo/photo.h"

#include <memory>

namespace autochrome::inline photo {

/// The colour space of a photo's pixels, by its ICC profile (lcms2), as a pair of functions to and
/// from linear sRGB. Thread-safe once made.
///
/// The luminance of this program is the L* of CIE Lab under D65 of the colour as linear sRGB, not
/// clipped: for pixels of the profile P, L*(lcms2(P -> linear sRGB, relative colorimetric)). So it
/// is relative to the profile's own white, which has an L* of 100 whatever its colour, and black is
/// not compensated for. It is not the L* of the profile's connection space, whose D50 weighs
/// saturated colours otherwise (sRGB's blue: 32.3 here, 29.6 there).
class ColourSpace
{
public:
    /// From a photo's profile and channels. A profile that is damaged or does not fit the channels
    /// is replaced by sRGB (or grey with the sRGB curve), and `warning` (if given) says so.
    static ColourSpace of(const Photo& photo, Message* warning = nullptr);
    static ColourSpace srgb();

    /// Whether pixels are plain sRGB (no profile, or one that says the same), which allows tables.
    bool isSrgb() const;
    bool isGrey() const; ///< one channel
    /// The profile's own name, "sRGB" without one.
    std::string name() const;
    const std::vector<std::uint8_t>& profile() const; ///< empty without one

    /// Pixels (CV_8U/CV_16U, 1, 3 or 4 channels; alpha is ignored) -> CV_32FC3 linear sRGB, not
    /// clipped.
    void toLinearSrgb(const cv::Mat& pixels, cv::Mat& linear) const;

    /// CV_32FC3 linear sRGB -> CV_32FC3 device values of an RGB profile, 1 = full scale, not
    /// clipped: values outside [0, 1] tell that the colour does not fit. Profiles without an
    /// inverse (scanner LUTs) are inverted numerically, starting from `start` (CV_32FC3 device
    /// values), so that the round trip is exact to 0.005 L*. Not for grey profiles.
    void fromLinearSrgb(const cv::Mat& linear, const cv::Mat& start, cv::Mat& device) const;

    /// The space a coloured result of this photo is written in: the same for RGB profiles, sRGB for
    /// grey ones, for none, and for those that no file should hold.
    ColourSpace resultSpace() const;

    /// L* in [0, 100], CV_32F, of every pixel.
    void luminance(const cv::Mat& pixels, cv::Mat& lightness) const;

private:
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

/// The bytes of a small sRGB profile (made by lcms2), to embed in results.
const std::vector<std::uint8_t>& srgbProfile();

} // namespace autochrome::inline photo
