#include "core/edit/tone/tone_stage.h"

#include "core/edit/tone/found_levels.h"
#include "core/edit/tone/light_field.h"
#include "core/edit/tone/lightness_curve.h"
#include "core/edit/tone/toned_pixels.h"

#include <optional>

namespace autochrome::inline edit {
namespace {

Result<Prepared> toned(const std::shared_ptr<const InspectedPhoto>& inspected,
                       const ToneSettings& settings, const Progress& progress)
{
    const std::shared_ptr<const Photo>& photo = inspected->detailed->photo;
    const RepairedPhoto& repaired = *inspected->detailed->repaired;
    Prepared prepared{photo, repaired.map,    inspected->space,
                      photo, repaired.repair, repaired.repair.notices};
    const std::vector<Message>& ofDetail = inspected->detailed->notices;
    prepared.notices.insert(prepared.notices.end(), ofDetail.begin(), ofDetail.end());
    if (settings == ToneSettings())
        return prepared;
    std::optional<LightField> field;
    if (settings.evening != 0 || settings.localContrast != 0)
        field.emplace(inspected->lightness, inspected->unevenness, settings);
    std::optional<FoundLevels> levels;
    if (settings.levels == ToneLevels::Auto)
        levels = foundLevels(field ? field->applied() : inspected->lightness, inspected->area);
    const LightnessCurve curve(levels && levels->isFaded() ? &*levels : nullptr, settings);
    if (!field && curve.isIdentity())
        return prepared;
    progress.checkpoint();
    Photo made = *photo; // shares the pixels, which are never written to
    made.pixels =
        tonedPixels(photo->pixels, prepared.space, field ? &*field : nullptr, curve, progress);
    prepared.photo = std::make_shared<const Photo>(std::move(made));
    return prepared;
}

} // namespace

const Stage<InspectedPhoto, ToneSettings, Prepared> toneStage{"tone", 0.02, toned};

} // namespace autochrome::inline edit
