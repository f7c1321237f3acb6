#pragma once

#include "core/edit/tone/tone_stage.h"

namespace autochrome::inline edit {

/// How large the lightness is made that the stages after it work with.
struct LightnessSettings
{
    int shortSide = 0; ///< pixels

    bool operator==(const LightnessSettings&) const = default;

    /// What a network of this size (see ColourSettings) and the chroma filter need.
    static LightnessSettings forNetwork(int size);
};

/// The L* of a prepared photo, reduced.
struct WorkingLightness
{
    std::shared_ptr<const Prepared> prepared;
    cv::Mat plane; ///< CV_32F, L* in [0, 100]; never written to
};

extern const Stage<Prepared, LightnessSettings, WorkingLightness> lightnessStage;

} // namespace autochrome::inline edit
