#pragma once

#include "core/edit/geometry/geometry_map.h"
#include "core/edit/stage.h"
#include "core/photo/photo.h"

namespace autochrome::inline edit {

/// A photo turned as its recipe says, and how it lies over the upright source. Every pixel is one
/// of the source's; without turning it is the source itself.
struct TurnedPhoto
{
    std::shared_ptr<const Photo> photo;
    GeometryMap map;
};

extern const Stage<Photo, GeometrySettings, TurnedPhoto> geometryStage;

} // namespace autochrome::inline edit
