#include "core/edit/tone/tone_stage.h"

#include "core/base/text.h"
#include "core/edit/tone/found_levels.h"
#include "core/edit/tone/light_field.h"
#include "core/edit/tone/lightness_curve.h"
#include "core/edit/tone/toned_pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

namespace autochrome::inline edit {
namespace {

Message sentenceOfUnsureLevels(const Photo& photo, const FoundLevels& levels)
{
    const int percent = std::max(1, int(std::lround(100 * levels.certainty)));
    return text("“%1”: its tones were left where they are, for it is not certain that it has faded "
                "(%2 %).",
                {photo.source.name(), std::to_string(percent)});
}

std::string inShort(double number)
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.2f", number);
    return digits;
}

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
    FoundTones& found = prepared.tones;
    cv::Mat lightness = field ? field->applied() : inspected->lightness;
    if (settings.negative) {
        found.film = FilmPoints::of(lightness, inspected->area);
        lightness = found.film->positive(lightness);
    }
    if (settings.levels == ToneLevels::Auto)
        found.levels = foundLevels(lightness, inspected->area);
    if (found.levels && !found.levels->isFaded() && found.levels->certainty > 0)
        prepared.notices.push_back(sentenceOfUnsureLevels(*photo, *found.levels));
    const LightnessCurve curve(found.film ? &*found.film : nullptr,
                               found.levels && found.levels->isFaded() ? &*found.levels : nullptr,
                               settings);
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

std::map<std::string, std::string> FoundTones::told() const
{
    std::map<std::string, std::string> told;
    if (film) {
        told["film-base"] = inShort(film->base);
        told["film-densest"] = inShort(film->densest);
    }
    if (levels) {
        told["levels-black"] = inShort(levels->black);
        told["levels-white"] = inShort(levels->white);
        told["levels-certainty"] = inShort(levels->certainty);
    }
    return told;
}

const Stage<InspectedPhoto, ToneSettings, Prepared> toneStage{"tone", 0.02, toned};

} // namespace autochrome::inline edit
