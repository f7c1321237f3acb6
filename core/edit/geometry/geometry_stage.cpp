#include "core/edit/geometry/geometry_stage.h"

#include "core/photo/photo_reader.h"

namespace autochrome::inline edit {
namespace {

Result<TurnedPhoto> turned(const std::shared_ptr<const Photo>& upright,
                           const GeometrySettings& settings, const Progress&)
{
    const GeometryMap map(upright->pixels.size(), settings);
    if (map.isIdentity())
        return TurnedPhoto{upright, map};
    Photo photo = *upright; // shares the pixels, which are never written to
    photo.orientation = settings.exifOrientation();
    return TurnedPhoto{std::make_shared<const Photo>(uprighted(std::move(photo))), map};
}

} // namespace

const Stage<Photo, GeometrySettings, TurnedPhoto> geometryStage{"geometry", 0.02, turned};

} // namespace autochrome::inline edit
