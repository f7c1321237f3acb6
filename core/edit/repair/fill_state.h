#pragma once

#include <cstdint>

namespace autochrome::inline edit {

/// What is known of a pixel while damage is filled in: the values of a CV_8U plane.
enum FillState : std::uint8_t {
    Known = 0,
    ThinDamage = 1, ///< to be estimated from what is around it
    WideDamage = 2, ///< to be put together from patches of the photo
    Unknowable = 3, ///< damaged, and stays
    ThinFilled = 4, ///< was thin damage: as good as sound for what comes after
    WideFilled = 5
};

} // namespace autochrome::inline edit
