#include "core/network/damage/fused_damage_network.h"

#include "core/network/tensor_io.h"

namespace autochrome::inline network {

FusedDamageNetwork::FusedDamageNetwork(const DamageNetwork& network)
{
    constexpr double epsilon = 1e-5; // of the batch norms
    const torch::NoGradGuard noGrad;
    const auto state = stateOf(*network);
    for (const char* level : {"down0", "down1", "down2", "down3", "up2", "up1", "up0"})
        for (const char* number : {"1", "2"}) {
            const std::string convolution = std::string(level) + ".conv" + number;
            const std::string norm = std::string(level) + ".bn" + number + ".";
            const torch::Tensor scale =
                state.at(norm + "weight") * (state.at(norm + "running_var") + epsilon).rsqrt();
            convolutions_.emplace(
                convolution,
                FusedConvolution(state.at(convolution + ".weight") * scale.view({-1, 1, 1, 1}),
                                 state.at(norm + "bias") - state.at(norm + "running_mean") * scale,
                                 1, 1, Activation::ReLU));
        }
    for (const char* name : {"narrow2", "narrow1", "narrow0", "head"})
        convolutions_.emplace(name, FusedConvolution(state.at(std::string(name) + ".weight"),
                                                     state.at(std::string(name) + ".bias"), 1, 1,
                                                     Activation::None));
}

torch::Tensor FusedDamageNetwork::block(const std::string& name, const torch::Tensor& x) const
{
    return convolutions_.at(name + ".conv2")(convolutions_.at(name + ".conv1")(x));
}

torch::Tensor FusedDamageNetwork::forward(const torch::Tensor& luminance) const
{
    const torch::Tensor fine = block("down0", DamageNetworkImpl::folded(luminance));
    const torch::Tensor middle = block("down1", torch::max_pool2d(fine, 2));
    const torch::Tensor coarse = block("down2", torch::max_pool2d(middle, 2));
    torch::Tensor y = block("down3", torch::max_pool2d(coarse, 2));
    y = block("up2", DamageNetworkImpl::doubled(convolutions_.at("narrow2")(y)).add_(coarse));
    y = block("up1", DamageNetworkImpl::doubled(convolutions_.at("narrow1")(y)).add_(middle));
    y = block("up0", DamageNetworkImpl::doubled(convolutions_.at("narrow0")(y)).add_(fine));
    return DamageNetworkImpl::unfolded(convolutions_.at("head")(y));
}

} // namespace autochrome::inline network
