#pragma once

#include "core/network/damage/damage_network.h"
#include "core/network/fused_network.h"

#include <map>
#include <string>

namespace autochrome::inline network {

/// A DamageNetwork made ready for inference on the CPU: every batch norm folded into its
/// convolution, weights channels_last. Gives what the network gives in eval mode, to float
/// tolerance.
class FusedDamageNetwork
{
public:
    FusedDamageNetwork() = default;
    explicit FusedDamageNetwork(const DamageNetwork& network);

    /// As DamageNetworkImpl::forward().
    torch::Tensor forward(const torch::Tensor& luminance) const;

private:
    torch::Tensor block(const std::string& name, const torch::Tensor& x) const;

    std::map<std::string, FusedConvolution> convolutions_; // by the network's names
};

} // namespace autochrome::inline network
