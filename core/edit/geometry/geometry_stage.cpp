#include "core/edit/geometry/geometry_stage.h"

#include "core/edit/geometry/resampling.h"
#include "core/photo/metadata/framed_places.h"
#include "core/photo/photo_reader.h"

namespace autochrome::inline edit {
namespace {

// What lies in the frame, turned as the photo's orientation says: the source's own pixels where
// they lie straight. One copy is made of them, for each may be as large as the photo.
Photo cutOut(Photo photo, const Frame& frame, const GeometrySettings& turn,
             const Progress& progress)
{
    const cv::Size before = photo.pixels.size();
    const cv::Matx33d toSource = frame.toSource();
    framePlaces(photo.metadata, toSource.inv(), before, frame.size());
    const auto pixels = frame.wholePixels();
    if (!pixels || (*pixels & cv::Rect({}, before)) != *pixels) {
        cv::Mat turned = resampled(photo.pixels, toSource, frame.size(), turn, progress);
        return uprighted(std::move(photo), std::move(turned));
    }
    photo.pixels = photo.pixels(*pixels);
    if (photo.orientation == 1) // a view would keep the whole in memory
        photo.pixels = photo.pixels.clone();
    return uprighted(std::move(photo));
}

Result<TurnedPhoto> turned(const std::shared_ptr<const Photo>& upright,
                           const GeometrySettings& settings, const Progress& progress)
{
    const GeometryMap map(upright->pixels.size(), settings);
    if (map.isIdentity())
        return TurnedPhoto{upright, map};
    Photo photo = *upright; // shares the pixels, which are never written to
    photo.orientation = settings.exifOrientation();
    photo = map.frame() ? cutOut(std::move(photo), *map.frame(), settings.turn(), progress)
                        : uprighted(std::move(photo));
    return TurnedPhoto{std::make_shared<const Photo>(std::move(photo)), map};
}

} // namespace

const Stage<Photo, GeometrySettings, TurnedPhoto> geometryStage{"geometry", 0.02, turned};

} // namespace autochrome::inline edit
