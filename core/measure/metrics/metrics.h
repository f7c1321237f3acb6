#pragma once

#include "core/colour/lab.h"

#include <cstdint>
#include <span>

namespace autochrome::inline measure {

/// Quality of colourisation over a set of photos; each photo counts the same.
struct ColourMetrics
{
    std::int64_t photos = 0;
    double psnr = 0;       ///< dB, sRGB 0-255. A grey photo already scores about 23
    double greyPsnr = 0;   ///< the same for the photo without colour
    double abPsnr = 0;     ///< dB, a* and b* with a peak of 255
    double abGain = 0;     ///< abPsnr above that of the photo without colour, dB
    double ciede2000 = 0;  ///< mean colour difference
    double ciedeRatio = 0; ///< ciede2000 over that of the photo without colour; below 1 is better
    double colourfulness = 0;      ///< Hasler & Suesstrunk 2003, sRGB 0-255
    double colourfulnessRatio = 0; ///< over the truth's
    double confidentShare = 0;     ///< of pixels whose confidence is at least confidentFrom
    double greyCiede2000 = 0;      ///< ciede2000 of the photo without colour
    double trueColourfulness = 0;  ///< colourfulness of the truth
};

/// Confidence (1 - entropy / log Q) from which a pixel counts as confident. With soft targets over
/// five bins a network that is certain reaches about 0.75.
inline constexpr double confidentFrom = 0.5;

/// Hasler & Suesstrunk 2003: sqrt(var rg + var yb) + 0.3 sqrt(mean rg^2 + mean yb^2), rg = R - G,
/// yb = (R + G)/2 - B, signed; sRGB 0-255, three values per pixel.
double colourfulness(std::span<const float> rgb);

/// The metrics of several sets of photos as one; each photo counts the same.
ColourMetrics meanMetrics(std::span<const ColourMetrics> parts);

/// Collects the metrics photo by photo.
class MetricsCollector
{
public:
    /// One photo. All spans run over the same pixels; colours are clipped to sRGB for the metrics
    /// in RGB only.
    /// @param lightness   L* in [0, 100]
    /// @param truth       planes a*, then b*
    /// @param predicted   planes a*, then b*
    /// @param confidence  in [0, 1]; may be empty
    void add(std::span<const float> lightness, std::span<const float> truth,
             std::span<const float> predicted, std::span<const float> confidence);

    ColourMetrics result() const;

private:
    ColourMetrics sum_;
};

} // namespace autochrome::inline measure
