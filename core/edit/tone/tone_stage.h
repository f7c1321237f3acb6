#pragma once

#include "core/edit/geometry/geometry_stage.h"
#include "core/edit/tone/tone_settings.h"
#include "core/photo/profile/colour_space.h"

namespace autochrome::inline edit {

/// The photo as it is before it gets colour ("before"): what the promise about L* is measured
/// against.
struct Prepared
{
    std::shared_ptr<const Photo> photo;
    GeometryMap map; ///< from the upright source
    ColourSpace space;
    std::shared_ptr<const Photo>
        untoned; ///< as `photo` was before its tones; the same if they stay
};

extern const Stage<TurnedPhoto, ToneSettings, Prepared> toneStage;

} // namespace autochrome::inline edit
