#pragma once

#include "core/edit/geometry/geometry_stage.h"
#include "core/edit/repair/damage_finding.h"
#include "core/edit/repair/repair_settings.h"

namespace autochrome::inline edit {

/// What of the repair's settings makes the network look. How sure it must be is asked of what it
/// said, so that a slider does not run it again.
struct DetectionSettings
{
    bool isWanted = false;

    static DetectionSettings of(const RepairSettings& settings) { return {settings.level > 0}; }
    bool operator==(const DetectionSettings&) const = default;
};

/// A turned photo, and what the network says of its damage.
struct SearchedPhoto : TurnedPhoto
{
    std::shared_ptr<const DamageFinding> finding; ///< null: it was not asked
};

/// Errors: those of DamageDetector.
extern const Stage<TurnedPhoto, DetectionSettings, SearchedPhoto> detectionStage;

} // namespace autochrome::inline edit
