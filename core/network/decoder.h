#pragma once

#include "core/network/batch_norm.h"
#include "core/network/encoder_features.h"

#include <torch/torch.h>

namespace autochrome::inline network {

/// One level of the decoder: upsample by two, join the skip, two 3x3 convolution-BN-ReLU.
class UpBlockImpl : public torch::nn::Module
{
public:
    /// @param skipChannels  0: nothing joins
    UpBlockImpl(int inChannels, int skipChannels, int outChannels);

    /// @param coarse  [N, inChannels, h, w]
    /// @param skip    [N, skipChannels, 2h, 2w]; not looked at if nothing joins
    /// @returns       [N, outChannels, 2h, 2w]
    torch::Tensor forward(const torch::Tensor& coarse, const torch::Tensor& skip);

private:
    bool hasSkip_;
    torch::nn::Conv2d conv1_{nullptr};
    BatchNorm bn1_{nullptr};
    torch::nn::Conv2d conv2_{nullptr};
    BatchNorm bn2_{nullptr};
};
TORCH_MODULE(UpBlock);

/// U-Net-like decoder (Ronneberger et al. 2015) from stride 32 to stride 4: 1x1 320->256, then
/// up16 192, up8 128, up4 128 channels.
class DecoderImpl : public torch::nn::Module
{
public:
    explicit DecoderImpl(bool hasSkips = true);

    static constexpr int outChannels = 128;

    /// @returns [N, 128, H/4, W/4]
    torch::Tensor forward(const EncoderFeatures& features);

private:
    torch::nn::Conv2d neck_{nullptr};
    BatchNorm neckNorm_{nullptr};
    UpBlock up16_{nullptr};
    UpBlock up8_{nullptr};
    UpBlock up4_{nullptr};
};
TORCH_MODULE(Decoder);

} // namespace autochrome::inline network
