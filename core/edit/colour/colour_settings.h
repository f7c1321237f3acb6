#pragma once

#include <optional>
#include <string_view>

namespace autochrome::inline edit {

/// How long the network may look at a photo.
enum class Effort {
    Fast,   ///< once, at three quarters of the size
    Normal, ///< once
    Best    ///< four times: as it is and mirrored, at the size and at five eighths of it; layout
            ///< from the smaller look, detail from the larger
};

/// "fast", "normal", "best".
const char* effortName(Effort effort);
std::optional<Effort> effortOfName(std::string_view name);

/// What the network is asked for. Part of a recipe, so: independent of the device.
struct ColourSettings
{
    int size = 0; ///< short side in pixels, multiple of 32, 128-1024; 0: chosen for us
    Effort effort = Effort::Normal;

    bool operator==(const ColourSettings&) const = default;
};

/// What is made of all that the network said. Changing it never reruns the network.
struct VividnessSettings
{
    double temperature = 0.38; ///< of the annealed mean, (0, 1]

    bool operator==(const VividnessSettings&) const = default;
};

} // namespace autochrome::inline edit
