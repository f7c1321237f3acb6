#pragma once

#include "core/edit/repair/repair_stage.h"
#include "core/edit/tone/inspection_stage.h"

namespace autochrome::inline edit {

/// The photo as it is before it gets colour ("before"): what the promise about L* is measured
/// against.
struct Prepared
{
    std::shared_ptr<const Photo> photo;
    GeometryMap map; ///< from the upright source
    ColourSpace space;
    std::shared_ptr<const Photo>
        untoned;                  ///< as `photo` was before its tones; the same if they stay
    Repair repair;                ///< that the photo has behind it
    std::vector<Message> notices; ///< sentences of all stages up to here
};

extern const Stage<InspectedPhoto, ToneSettings, Prepared> toneStage;

} // namespace autochrome::inline edit
