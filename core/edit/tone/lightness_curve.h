#pragma once

#include "core/edit/tone/film_points.h"
#include "core/edit/tone/found_levels.h"
#include "core/edit/tone/tone_settings.h"

#include <vector>

namespace autochrome::inline edit {

/// What is done to the L* of a pixel wherever it lies, in one go, so that it is rounded once: a
/// negative becomes a print, then black and white point, exposure, contrast, the curve with points.
/// Never falls; of a negative, never rises.
///
/// - Levels: a line that brings the black and the white point to an L* of 1 and 99; what lies
///   beyond them has the rest.
/// - Exposure: linear light times 2^stops in the shadows, bent towards white, Y' = gY / (1 +
///   (g - 1)Y), as a print's paper does it: nothing is clipped, and the opposite stops lead back.
///   A factor alone would clip a quarter of most photos at one stop.
/// - Contrast: a hyperbolic tangent through black, mid grey (L* 50) and white, which is twice as
///   steep there at 1; below 0 its inverse.
class LightnessCurve
{
public:
    /// @param film    of a negative; null: it is none
    /// @param levels  of the photo, or of the print from the negative; null: they stay
    LightnessCurve(const FilmPoints* film, const FoundLevels* levels, const ToneSettings& settings);

    /// @param lightness  L* in [0, 100]
    float at(float lightness) const
    {
        const float place = lightness * (steps / 100.0f);
        const int step = place < steps - 1 ? int(place) : steps - 1;
        const float low = values_[std::size_t(step)];
        return low + (place - float(step)) * (values_[std::size_t(step) + 1] - low);
    }

    bool isIdentity() const; ///< L* stays within a thousandth
    bool isOfNegative() const { return isOfNegative_; }

private:
    static constexpr int steps = 4096;
    std::vector<float> values_;
    bool isOfNegative_;
};

} // namespace autochrome::inline edit
