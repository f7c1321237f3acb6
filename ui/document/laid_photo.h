#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/geometry/geometry_map.h"
#include "core/edit/geometry/geometry_settings.h"
#include "core/edit/repair/repair_settings.h"
#include "core/edit/tone/lightness_histogram.h"
#include "core/photo/photo.h"

#include <memory>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {
class Restoration;
struct Recipe;
} // namespace autochrome::inline edit

namespace autochrome {

/// A photo as it lies by a recipe, before it gets colour.
struct LaidPhoto
{
    std::shared_ptr<const Photo> photo;
    GeometryMap map; ///< from the upright source
    cv::Mat small;   ///< the photo, no larger than a thumbnail
    ToneFigures figures;
    std::shared_ptr<const Prepared> prepared; ///< what `photo` and `map` are of
    GeometrySettings geometry;                ///< that it lies by
    RepairSettings repair;                    ///< that it was repaired by
};

/// Lays a photo, for a worker: it is soon done, but not at once. Errors: those of
/// Restoration::prepare().
Result<LaidPhoto> layPhoto(Restoration& restoration, const Recipe& recipe,
                           const Progress& progress);

} // namespace autochrome
