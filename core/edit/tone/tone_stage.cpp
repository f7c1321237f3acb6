#include "core/edit/tone/tone_stage.h"

#include "core/edit/colour/working_lightness.h"
#include "core/edit/tone/found_levels.h"
#include "core/edit/tone/light_field.h"
#include "core/edit/tone/lightness_curve.h"
#include "core/edit/tone/photo_area.h"
#include "core/edit/tone/toned_pixels.h"

#include <opencv2/imgproc.hpp>
#include <optional>

namespace autochrome::inline edit {
namespace {

constexpr int lookingSide = 320; // short side, pixels, at which levels and light are looked for

// What the photo itself has to say of its tones; nothing that nobody asked for.
struct ToneFindings
{
    std::optional<LightField> field;
    std::optional<FoundLevels> levels;

    ToneFindings(const cv::Mat& pixels, const ColourSpace& space, const ToneSettings& settings)
    {
        const bool hasField = settings.evening != 0 || settings.localContrast != 0;
        const bool findsLevels = settings.levels == ToneLevels::Auto;
        if (!hasField && !findsLevels)
            return;
        const cv::Mat lightness = workingLightness(pixels, space, lookingSide);
        cv::Mat calm;
        cv::medianBlur(lightness, calm, 5);
        const cv::Mat area = photoArea(calm);
        if (hasField)
            field.emplace(lightness, area, settings);
        if (findsLevels)
            levels = foundLevels(field ? field->applied() : lightness, area);
    }

    const FoundLevels* fadedLevels() const
    {
        return levels && levels->isFaded() ? &*levels : nullptr;
    }
};

Result<Prepared> toned(const std::shared_ptr<const TurnedPhoto>& turned,
                       const ToneSettings& settings, const Progress& progress)
{
    const std::shared_ptr<const Photo>& photo = turned->photo;
    Prepared prepared{photo, turned->map, ColourSpace::of(*photo), photo};
    if (settings == ToneSettings())
        return prepared;
    const ToneFindings findings(photo->pixels, prepared.space, settings);
    progress.checkpoint();
    const LightnessCurve curve(findings.fadedLevels(), settings);
    if (!findings.field && curve.isIdentity())
        return prepared;
    Photo made = *photo; // shares the pixels, which are never written to
    made.pixels = tonedPixels(photo->pixels, prepared.space,
                              findings.field ? &*findings.field : nullptr, curve, progress);
    prepared.photo = std::make_shared<const Photo>(std::move(made));
    return prepared;
}

} // namespace

const Stage<TurnedPhoto, ToneSettings, Prepared> toneStage{"tone", 0.02, toned};

} // namespace autochrome::inline edit
