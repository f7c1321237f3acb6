#include "core/edit/detail/detail_stage.h"

#include "core/base/text.h"
#include "core/edit/detail/detailed_pixels.h"
#include "core/edit/detail/grain_reduction.h"
#include "core/edit/detail/halftone.h"
#include "core/edit/detail/sharpening.h"

#include <optional>

namespace autochrome::inline edit {
namespace {

constexpr int measuredSide =
    2048; // pixels a side, of the middle of a photo whose grain is measured

// The grain of a photo, also of one whose dots are taken out.
Grain grainOf(const cv::Mat& pixels, const std::optional<Halftone>& halftone)
{
    if (!halftone)
        return Grain::of(pixels, cv::Mat::zeros(pixels.size(), CV_8U));
    const cv::Size size(std::min(measuredSide, pixels.cols), std::min(measuredSide, pixels.rows));
    const cv::Rect middle({(pixels.cols - size.width) / 2, (pixels.rows - size.height) / 2}, size);
    DetailPlan plan;
    plan.halftone = halftone;
    const cv::Mat part = detailedPixels(pixels(middle), plan, Progress());
    return Grain::of(part, cv::Mat::zeros(size, CV_8U));
}

Result<DetailedPhoto> detailed(const std::shared_ptr<const RepairedPhoto>& repaired,
                               const DetailSettings& settings, const Progress& progress)
{
    const Photo& photo = *repaired->photo;
    DetailedPhoto made{repaired, repaired->photo, {}};
    DetailPlan plan;
    if (settings.dots == PrintedDots::Remove) {
        plan.halftone = Halftone::find(photo.pixels);
        if (!plan.halftone)
            made.notices.push_back(text("“%1”: no printed dots were found; none were removed.",
                                        {photo.source.name()}));
    }
    progress.checkpoint();
    if (settings.grain != 0 || settings.sharpness != 0) {
        const Grain grain = grainOf(photo.pixels, plan.halftone);
        plan.grain = GrainReduction(grain, settings.grain);
        const auto left = float(1 - settings.grain);
        plan.sharpening = {settings.sharpness,
                           grain.isNone() ? 0 : left * left * grain.variance(128)};
    }
    progress.checkpoint();
    if (plan.isIdentity())
        return made;
    Photo changed = photo; // shares the pixels, which are never written to
    changed.pixels = detailedPixels(photo.pixels, plan, progress);
    made.photo = std::make_shared<const Photo>(std::move(changed));
    return made;
}

} // namespace

const Stage<RepairedPhoto, DetailSettings, DetailedPhoto> detailStage{"detail", 0.05, detailed};

} // namespace autochrome::inline edit
