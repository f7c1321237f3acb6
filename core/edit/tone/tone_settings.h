#pragma once

#include <string>

namespace autochrome::inline edit {

/// Where black and white of a photo are put.
enum class ToneLevels {
    Off, ///< where they are
    Auto ///< over the whole range, if the photo has certainly faded
};

/// What is done to the lightness of a photo before it gets colour. With all of them at their
/// default no pixel is touched.
struct ToneSettings
{
    ToneLevels levels = ToneLevels::Off;
    double exposure = 0;        ///< stops, -2 to 2; see LightnessCurve
    double contrast = 0;        ///< around mid grey, -1 to 1
    std::string curve = "none"; ///< see CurvePoints
    double localContrast = 0;   ///< -1 to 1
    double evening = 0;         ///< how much of an uneven fading is taken out, 0 to 1
    bool negative = false;      ///< the scan is a negative: see FilmPoints; comes before the levels

    bool operator==(const ToneSettings&) const = default;
};

} // namespace autochrome::inline edit
