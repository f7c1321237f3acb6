#include "core/edit/geometry/geometry_stage.h"

#include "core/edit/geometry/resampling.h"
#include "core/photo/metadata/framed_places.h"
#include "core/photo/photo_reader.h"

namespace autochrome::inline edit {
namespace {

// What lies in the frame: the source's own pixels where they lie straight.
void cutOut(Photo& photo, const Frame& frame, const Progress& progress)
{
    const cv::Size before = photo.pixels.size();
    const cv::Matx33d toSource = frame.toSource();
    framePlaces(photo.metadata, toSource.inv(), before, frame.size());
    if (const auto pixels = frame.wholePixels();
        pixels && (*pixels & cv::Rect({}, before)) == *pixels)
        photo.pixels = photo.pixels(*pixels).clone(); // a view would keep the whole in memory
    else
        photo.pixels = resampled(photo.pixels, toSource, frame.size(), progress);
}

Result<TurnedPhoto> turned(const std::shared_ptr<const Photo>& upright,
                           const GeometrySettings& settings, const Progress& progress)
{
    const GeometryMap map(upright->pixels.size(), settings);
    if (map.isIdentity())
        return TurnedPhoto{upright, map};
    Photo photo = *upright; // shares the pixels, which are never written to
    if (map.frame())
        cutOut(photo, *map.frame(), progress);
    photo.orientation = settings.exifOrientation();
    return TurnedPhoto{std::make_shared<const Photo>(uprighted(std::move(photo))), map};
}

} // namespace

const Stage<Photo, GeometrySettings, TurnedPhoto> geometryStage{"geometry", 0.02, turned};

} // namespace autochrome::inline edit
