#pragma once

#include "core/edit/colour/recombiner.h"
#include "core/edit/colour/vividness_stage.h"

namespace autochrome::inline edit {

/// All that it takes to make any part of the result ("after").
struct FinishedPhoto
{
    std::shared_ptr<const ColouredPhoto> coloured;
    Recombiner recombiner;
};

extern const Stage<ColouredPhoto, FinishSettings, FinishedPhoto> finishStage;

} // namespace autochrome::inline edit
