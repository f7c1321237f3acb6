#pragma once

#include "core/network/damage/damage_kind.h"

#include <array>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// What a network says of a photo's damage, at the size at which it looked. Nothing in it changes.
struct DamageFinding
{
    /// CV_8U, how probable it is in 255ths, by DamageKind.
    std::array<cv::Mat, damageKinds> probability;
};

/// The probability in [0, 1] from which on a place is damaged at a sensitivity: the middle one
/// takes what is as probable as not, and twelve more of it make the odds e times as long.
/// @param level  0 to 100
double damageThreshold(double level);

/// The damaged places of a photo: those that are probable enough, with what is half as probable and
/// hangs on to them, and the soft edge around. A higher level finds whatever a lower one does.
/// @param level  above 0, at most 100
/// @param size   of the photo
/// @returns CV_8U, 255 where it is damaged
cv::Mat damagedPlaces(const DamageFinding& finding, double level, cv::Size size);

} // namespace autochrome::inline edit
