#pragma once

#include "core/colour/lab.h"
#include "core/edit/tone/lightness_curve.h"
#include "core/edit/tone/octave_table.h"

#include <algorithm>

namespace autochrome::inline edit {

/// Gives colours another L*. Immutable; for the inner loop.
class TonedColour
{
public:
    explicit TonedColour(const LightnessCurve& curve)
        : curve_(curve),
          weights_{luminanceY({1, 0, 0}), luminanceY({0, 1, 0}), luminanceY({0, 0, 1})},
          lightness_(autochrome::lightness),
          encoded_(linearToSrgb)
    {
    }

    /// @param placed  what is done to L* in its place before the curve, in [0, 100]
    /// @return linear sRGB, not clipped
    template <class Placed>
    LinearRgb of(const LinearRgb& colour, Placed placed) const
    {
        const float light =
            std::max(0.0f, weights_.r * colour.r + weights_.g * colour.g + weights_.b * colour.b);
        const float L = lightness_(light);
        const float wantedL = curve_.at(placed(L));
        const float wanted = luminance(wantedL);
        // a* and b* are differences of cube roots, and L* + 16 is one: with the square of its
        // ratio they stay. In the dark that amplifies no noise without end.
        const float ratio = (wantedL + 16) / (L + 16);
        const float chroma = wanted < light ? wanted / light : ratio * ratio;
        return {wanted + chroma * (colour.r - light), wanted + chroma * (colour.g - light),
                wanted + chroma * (colour.b - light)};
    }

    /// Brought into sRGB by giving up chroma, along the line to the grey of the same light.
    static LinearRgb fitting(const LinearRgb& colour)
    {
        const float least = std::min({colour.r, colour.g, colour.b});
        const float most = std::max({colour.r, colour.g, colour.b});
        if (least >= 0 && most <= 1)
            return colour;
        const float grey = std::clamp(luminanceY(colour), 0.0f, 1.0f);
        float share = 1;
        if (most > 1)
            share = std::min(share, (1 - grey) / (most - grey));
        if (least < 0)
            share = std::min(share, grey / (grey - least));
        const auto mixed = [&](float value) {
            return std::clamp(grey + share * (value - grey), 0.0f, 1.0f);
        };
        return {mixed(colour.r), mixed(colour.g), mixed(colour.b)};
    }

    /// One channel as sRGB encodes it, both in [0, 1].
    float encoded(float linear) const { return encoded_(linear); }

private:
    // As luminanceOfLightness() says, for the inner loop.
    static float luminance(float L)
    {
        const float root = (L + 16) * (1.0f / 116);
        return L > 8 ? root * root * root : L * (27.0f / 24389);
    }

    const LightnessCurve& curve_;
    LinearRgb weights_; // of each channel in Y; no call in the inner loop
    OctaveTable lightness_;
    OctaveTable encoded_;
};

} // namespace autochrome::inline edit
