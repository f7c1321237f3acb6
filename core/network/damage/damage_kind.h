#pragma once

namespace autochrome::inline network {

/// What the network that finds damage tells of a pixel: whether it is damaged at all, and how.
enum class DamageKind {
    Any,  ///< any of those below
    Line, ///< cracks, folds, scratches, hairs
    Spot, ///< dust, specks, flakes
    Area  ///< stains, losses, torn corners
};

inline constexpr int damageKinds = 4;

} // namespace autochrome::inline network
