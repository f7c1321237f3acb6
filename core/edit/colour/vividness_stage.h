#pragma once

#include "core/edit/colour/chroma_field.h"
#include "core/edit/colour/colour_stage.h"

namespace autochrome::inline edit {

/// A prepared photo and the colour for it. What else the network said is not held.
struct ColouredPhoto
{
    std::shared_ptr<const Prepared> prepared;
    ChromaMap chroma;
    ChromaField field; ///< the chroma, along the photo's edges
};

extern const Stage<ColourScene, VividnessSettings, ColouredPhoto> vividnessStage;

} // namespace autochrome::inline edit
