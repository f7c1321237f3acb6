#pragma once

#include "core/edit/detail/detail_settings.h"
#include "core/edit/repair/repair_stage.h"

namespace autochrome::inline edit {

/// A repaired photo with another fine detail; the very same one if that stays.
struct DetailedPhoto
{
    std::shared_ptr<const RepairedPhoto> repaired;
    std::shared_ptr<const Photo> photo;
    std::vector<Message> notices; ///< sentences: that there are no printed dots to remove
};

extern const Stage<RepairedPhoto, DetailSettings, DetailedPhoto> detailStage;

} // namespace autochrome::inline edit
