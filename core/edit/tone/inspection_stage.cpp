#include "core/edit/tone/inspection_stage.h"

#include "core/edit/colour/working_lightness.h"
#include "core/edit/tone/photo_area.h"
#include "core/edit/tone/unevenness.h"

#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr int lookingSide = 320; // short side, pixels

Result<InspectedPhoto> inspected(const std::shared_ptr<const DetailedPhoto>& detailed,
                                 const ToneQuestions& questions, const Progress& progress)
{
    const Photo& photo = *detailed->photo;
    InspectedPhoto found{detailed, ColourSpace::of(photo), {}, {}, {}};
    if (!questions.lightness)
        return found;
    found.lightness = workingLightness(photo.pixels, found.space, lookingSide);
    progress.checkpoint();
    cv::Mat calm; // of dust
    cv::medianBlur(found.lightness, calm, 5);
    found.area = photoArea(calm);
    if (questions.unevenness)
        found.unevenness = unevenness(found.lightness, found.area);
    return found;
}

} // namespace

ToneQuestions ToneQuestions::of(const ToneSettings& settings)
{
    const bool isUneven = settings.evening != 0;
    return {isUneven || settings.localContrast != 0 || settings.levels == ToneLevels::Auto ||
                settings.negative,
            isUneven};
}

const Stage<DetailedPhoto, ToneQuestions, InspectedPhoto> inspectionStage{"inspection", 0.02,
                                                                          inspected};

} // namespace autochrome::inline edit
