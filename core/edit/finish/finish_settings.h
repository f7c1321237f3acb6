#pragma once

namespace autochrome::inline edit {

/// What is done with the tint of the scan itself (sepia, cyanotype, yellowed paper).
enum class TintHandling {
    Drop, ///< take only the luminance (default)
    Keep  ///< add the network's chroma to the scan's own
};

/// How chroma is laid over the photo. Changing these never reruns the network.
struct FinishSettings
{
    double strength = 1; ///< factor on the chroma, 0 (grey) to 2
    double warmth = 0;   ///< of the light over it all, -1 (cold) to 1 (warm)
    TintHandling tint = TintHandling::Drop;

    bool operator==(const FinishSettings&) const = default;
};

} // namespace autochrome::inline edit
