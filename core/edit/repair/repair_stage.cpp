#include "core/edit/repair/repair_stage.h"

#include "core/base/text.h"
#include "core/edit/repair/damage_picture.h"
#include "core/edit/repair/fill.h"

#include <algorithm>
#include <cstdio>

namespace autochrome::inline edit {
namespace {

// Even of a small photo, this much can be known.
constexpr int leastWidest = 32;

int widestOf(const RepairSettings& settings, cv::Size size)
{
    const double side = std::min(size.width, size.height);
    return settings.widest == 0 ? 0 : std::max(leastWidest, int(side * settings.widest / 100));
}

Message sentenceOfWhatIsLeft(const Photo& photo, const FillCounts& counts, int widest)
{
    const double share = 100 * double(counts.left) / double(photo.pixels.total());
    char percent[16];
    std::snprintf(percent, sizeof percent, share < 0.1 ? "%.2f" : "%.1f", share);
    return text("“%1”: damage wider than %2 pixels was left as it is (%3 % of the photo): nobody "
                "can know what was there.",
                {photo.source.name(), std::to_string(widest), percent});
}

// What was found of the damage, as the upright source lies; empty: it was not looked for.
cv::Mat foundDamage(const SearchedPhoto& photo, double level)
{
    if (!photo.finding || level <= 0)
        return {};
    return maskToSource(damagedPlaces(*photo.finding, level, photo.photo->pixels.size()),
                        photo.map);
}

Result<RepairedPhoto> repaired(const std::shared_ptr<const SearchedPhoto>& turned,
                               const RepairSettings& settings, const Progress& progress)
{
    RepairedPhoto result{turned->photo, turned->map, {}};
    const cv::Mat found = foundDamage(*turned, settings.level);
    if (settings.mask.isEmpty() && found.empty())
        return result;
    const Photo& photo = *turned->photo;
    auto damage = damagePicture(settings.mask, turned->map.sourceSize(), found);
    if (!damage)
        return tl::make_unexpected(damage.error());
    cv::Mat mask = maskToPrepared(*damage, turned->map);
    damage->release();
    const std::int64_t damaged = cv::countNonZero(mask);
    if (damaged == 0)
        return result;
    if (damaged == std::int64_t(mask.total())) {
        result.repair.left = damaged;
        result.repair.notices.push_back(
            text("“%1”: the mask covers the whole photo; nothing was filled in.",
                 {photo.source.name()}));
        return result;
    }

    cv::Mat pixels = photo.pixels.clone();
    const int widest = widestOf(settings, pixels.size());
    const FillCounts counts = fillDamage(pixels, mask, {widest, settings.smooth}, progress);
    result.repair.filled = counts.filled;
    result.repair.left = counts.left;
    result.repair.share = double(counts.filled) / double(pixels.total());
    if (counts.left > 0)
        result.repair.notices.push_back(sentenceOfWhatIsLeft(photo, counts, widest));
    if (counts.filled > 0) {
        Photo filled = photo; // shares the pixels, which are never written to
        filled.pixels = std::move(pixels);
        result.photo = std::make_shared<const Photo>(std::move(filled));
        result.repair.touched = std::move(mask);
    }
    return result;
}

} // namespace

const Stage<SearchedPhoto, RepairSettings, RepairedPhoto> repairStage{"repair", 0.1, repaired};

} // namespace autochrome::inline edit
