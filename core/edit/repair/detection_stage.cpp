#include "core/edit/repair/detection_stage.h"

#include "core/edit/repair/damage_detector.h"

namespace autochrome::inline edit {
namespace {

Result<SearchedPhoto> searched(const std::shared_ptr<const TurnedPhoto>& turned,
                               const DetectionSettings& settings, const Progress& progress)
{
    SearchedPhoto result{*turned, nullptr};
    if (!settings.isWanted)
        return result;
    const auto finding =
        DamageDetector::installed().and_then([&](const std::shared_ptr<DamageDetector>& detector) {
            return detector->look(*turned->photo, progress);
        });
    if (!finding)
        return tl::make_unexpected(finding.error());
    result.finding = std::make_shared<const DamageFinding>(*finding);
    return result;
}

} // namespace

const Stage<TurnedPhoto, DetectionSettings, SearchedPhoto> detectionStage{"detection", 0.1,
                                                                          searched};

} // namespace autochrome::inline edit
