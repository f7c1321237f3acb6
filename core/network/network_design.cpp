#include "core/network/network_design.h"

namespace autochrome::inline network {

std::string NetworkDesign::architecture() const
{
    return std::string("autochrome-") +
           (encoder == Encoder::PlainCnn ? "plain_cnn" : "efficientnet_b0") +
           (hasSkips ? "-unet" : "-noskip");
}

std::optional<NetworkDesign> NetworkDesign::fromArchitecture(const std::string& name)
{
    for (const Encoder encoder : {Encoder::EfficientNetB0, Encoder::PlainCnn})
        for (const bool hasSkips : {true, false})
            if (const NetworkDesign design{encoder, hasSkips}; design.architecture() == name)
                return design;
    return {};
}

} // namespace autochrome::inline network
