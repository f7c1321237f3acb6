#pragma once

#include "core/network/batch_norm.h"
#include "core/network/damage/damage_kind.h"

#include <torch/torch.h>

#include <cstdint>

namespace autochrome::inline network {

/// Two 3x3 convolution-BN-ReLU.
class DamageBlockImpl : public torch::nn::Module
{
public:
    DamageBlockImpl(int inChannels, int outChannels);

    /// @param x  [N, inChannels, H, W]  @returns [N, outChannels, H, W]
    torch::Tensor forward(const torch::Tensor& x);

private:
    torch::nn::Conv2d conv1_{nullptr};
    BatchNorm bn1_{nullptr};
    torch::nn::Conv2d conv2_{nullptr};
    BatchNorm bn2_{nullptr};
};
TORCH_MODULE(DamageBlock);

/// Finds damage in a grey picture: a U-Net (Ronneberger et al. 2015) that folds 2x2 pixels into
/// channels first and unfolds them last (Shi et al. 2016), so that all of it runs at half the
/// resolution or less. Skips are added, not joined, which halves what the finest levels cost.
/// 0.17 million parameters, 4.6 kMAC a pixel.
/// State names: down0.* to down3.*, narrow2.* to narrow0.*, up2.* to up0.*, head.*.
class DamageNetworkImpl : public torch::nn::Module
{
public:
    DamageNetworkImpl();

    /// Sides of what it is given are multiples of this, pixels.
    static constexpr int multiple = 16;
    /// What it says of a pixel depends on no pixel that is farther away than this, in each
    /// direction.
    static constexpr int reach = 112;

    /// @param luminance  [N, 1, H, W], grey in [0, 1] as in a file's 8-bit codes / 255
    /// @returns          [N, damageKinds, H, W], log-odds in the order of DamageKind
    torch::Tensor forward(const torch::Tensor& luminance);

    // What FusedDamageNetwork does alike.
    /// [N, 1, H, W] -> [N, 4, H/2, W/2], about [-2, 2], channels_last
    static torch::Tensor folded(const torch::Tensor& luminance);
    /// The way back: [N, 4 C, H, W] -> [N, C, 2 H, 2 W].
    static torch::Tensor unfolded(const torch::Tensor& x);
    /// Twice the size, each pixel four times.
    static torch::Tensor doubled(const torch::Tensor& x);

    /// Multiply-adds of the convolutions for one pixel.
    static double multiplyAdds();
    std::int64_t parameterCount() const;

private:
    DamageBlock down0_{nullptr}, down1_{nullptr}, down2_{nullptr}, down3_{nullptr};
    torch::nn::Conv2d narrow2_{nullptr}, narrow1_{nullptr}, narrow0_{nullptr};
    DamageBlock up2_{nullptr}, up1_{nullptr}, up0_{nullptr};
    torch::nn::Conv2d head_{nullptr};
};
TORCH_MODULE(DamageNetwork);

} // namespace autochrome::inline network
