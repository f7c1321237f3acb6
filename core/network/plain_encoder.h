#pragma once

#include "core/network/encoder_features.h"

#include <torch/torch.h>

namespace autochrome::inline network {

/// 3x3 convolution-BN-ReLU and nothing else, with the strides and channels of EfficientNet-B0's
/// feature maps and about its cost (0.47 GMAC at 256x256): what a "plain CNN" would do.
class PlainEncoderImpl : public torch::nn::Module
{
public:
    PlainEncoderImpl();

    /// @param rgb  [N, 3, H, W], H and W multiples of 32
    EncoderFeatures forward(const torch::Tensor& rgb);

private:
    torch::nn::ModuleList stages_;
};
TORCH_MODULE(PlainEncoder);

} // namespace autochrome::inline network
