#pragma once

#include "core/colour/lab.h"
#include "core/edit/tone/lightness_curve.h"
#include "core/edit/tone/octave_table.h"

#include <algorithm>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Gives colours another L*. Immutable; for the inner loop.
class TonedColour
{
public:
    explicit TonedColour(const LightnessCurve& curve)
        : curve_(curve),
          isGrey_(curve.isOfNegative()),
          weights_{luminanceY({1, 0, 0}), luminanceY({0, 1, 0}), luminanceY({0, 0, 1})},
          lightness_(autochrome::lightness),
          everywhere_([&](float light) {
              const float L = autochrome::lightness(light);
              return madeOf(light, L, curve.at(std::min(L, 100.0f)));
          })
    {
    }

    /// By the curve alone. @return linear sRGB, not clipped
    LinearRgb of(const LinearRgb& colour) const
    {
        const float light = lightOf(colour);
        return scaled(colour, light, everywhere_(light));
    }

    /// @param placed  what is done to L* in its place before the curve, in [0, 100]
    template <class Placed>
    LinearRgb of(const LinearRgb& colour, Placed placed) const
    {
        const float light = lightOf(colour);
        const float L = lightness_(light);
        return scaled(colour, light, madeOf(light, L, curve_.at(placed(L))));
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

private:
    using LightAndChroma = cv::Vec2f; // Y, and what the distance from grey is scaled by

    LightAndChroma madeOf(float light, float L, float wantedL) const
    {
        const float root = (wantedL + 16) * (1.0f / 116); // as luminanceOfLightness() says
        const float wanted = wantedL > 8 ? root * root * root : wantedL * (27.0f / 24389);
        // a* and b* are differences of cube roots, and L* + 16 is one: with the square of its
        // ratio they stay. In the dark that amplifies no noise without end.
        const float ratio = (wantedL + 16) / (L + 16);
        if (isGrey_)
            return {wanted, 0};
        return {wanted, wanted < light ? wanted / light : ratio * ratio};
    }

    static LinearRgb scaled(const LinearRgb& colour, float light, const LightAndChroma& made)
    {
        return {made[0] + made[1] * (colour.r - light), made[0] + made[1] * (colour.g - light),
                made[0] + made[1] * (colour.b - light)};
    }

    float lightOf(const LinearRgb& colour) const
    {
        return std::max(0.0f,
                        weights_.r * colour.r + weights_.g * colour.g + weights_.b * colour.b);
    }

    const LightnessCurve& curve_;
    bool isGrey_;       // the colour of a negative is its base's, not the picture's
    LinearRgb weights_; // of each channel in Y; no call in the inner loop
    OctaveTable<float> lightness_;
    OctaveTable<LightAndChroma> everywhere_;
};

} // namespace autochrome::inline edit
