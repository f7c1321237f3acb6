#pragma once

#include "core/edit/repair/detection_stage.h"

#include <cstdint>

namespace autochrome::inline edit {

/// What was done to a photo's damage.
struct Repair
{
    std::int64_t filled = 0;      ///< pixels
    std::int64_t left = 0;        ///< pixels that are damaged and stay
    double share = 0;             ///< of the photo's pixels that were filled
    cv::Mat touched;              ///< CV_8U as the photo lies, 255 where filled; empty: nowhere
    std::vector<Message> notices; ///< sentences: what stays, and why
};

/// A turned photo with its damage filled in. Every pixel that is not filled is the turned photo's;
/// without damage it is that photo itself.
struct RepairedPhoto
{
    std::shared_ptr<const Photo> photo;
    GeometryMap map;
    Repair repair;
};

/// Errors: those of damagePicture().
extern const Stage<SearchedPhoto, RepairSettings, RepairedPhoto> repairStage;

} // namespace autochrome::inline edit
