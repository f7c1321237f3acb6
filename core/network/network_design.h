#pragma once

#include <optional>
#include <string>

namespace autochrome::inline network {

/// What a colorizer is built of. The program ships the default; the others are there to measure
/// what each part is worth.
struct NetworkDesign
{
    enum class Encoder {
        EfficientNetB0, ///< Tan & Le 2019
        PlainCnn        ///< 3x3 convolutions alone, of about the same cost
    };

    Encoder encoder = Encoder::EfficientNetB0;
    bool hasSkips = true; ///< feature maps of strides 4, 8 and 16 join the decoder

    /// The name in a model file, e.g. "autochrome-efficientnet_b0-unet".
    std::string architecture() const;

    /// The design that an architecture's name stands for; empty if there is none.
    static std::optional<NetworkDesign> fromArchitecture(const std::string& name);

    bool operator==(const NetworkDesign&) const = default;
};

} // namespace autochrome::inline network
