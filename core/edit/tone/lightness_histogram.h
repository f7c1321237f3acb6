#pragma once

#include "core/edit/tone/tone_stage.h"

#include <array>

namespace autochrome::inline edit {

/// How the L* of a photo is spread. Shares of its pixels, in [0, 1].
struct LightnessHistogram
{
    std::array<double, 100> shares{}; ///< with an L* in [0, 1), [1, 2), ... [99, 100]
    double clippedBlack = 0;          ///< at the very end of the range: L* 0
    double clippedWhite = 0;          ///< L* 100
    int darkest = 0;                  ///< L*, one pixel of a thousand is darker
    int lightest = 0;                 ///< L*, one of a thousand is lighter

    /// Of a regular sample of some 200,000 pixels, as they are: a mean of several would hide what
    /// is clipped.
    static LightnessHistogram of(const cv::Mat& pixels, const ColourSpace& space);
};

/// What the tone stage made of a photo, in figures.
struct ToneFigures
{
    LightnessHistogram before;
    LightnessHistogram after;

    static ToneFigures of(const Prepared& prepared);
};

} // namespace autochrome::inline edit
