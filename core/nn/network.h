#pragma once

#include "core/nn/decoder.h"
#include "core/nn/efficientnet_b0.h"

#include <torch/torch.h>

namespace autochrome {

/// What the network says about every cell of its stride-4 grid.
struct NetworkOutput
{
    torch::Tensor logits; ///< [N, Q, H/4, W/4], unnormalised log-probabilities of the colour bins
    torch::Tensor ab;     ///< [N, 2, H/4, W/4], a* and b* divided by 110 (about [-1, 1])
};

/// The colorizer: EfficientNet-B0 encoder, U-Net decoder with skips at strides 4, 8 and 16, and
/// two 1x1 heads. State names: encoder.features.* (torchvision's), decoder.*, head_q.*, head_ab.*.
class ColorizerNetworkImpl : public torch::nn::Module
{
public:
    explicit ColorizerNetworkImpl(int binCount);

    /// @param luminance  [N, 1, H, W], L*/100 in [0, 1]; H and W multiples of 32
    NetworkOutput forward(const torch::Tensor& luminance);

    int binCount() const { return binCount_; }

    EfficientNetB0Features encoder{nullptr};
    Decoder decoder{nullptr};
    torch::nn::Conv2d head_q{nullptr};
    torch::nn::Conv2d head_ab{nullptr};

private:
    int binCount_;
    torch::Tensor mean_; // of ImageNet, [1, 3, 1, 1]
    torch::Tensor std_;
};
TORCH_MODULE(ColorizerNetwork);

/// Division of a*, b* by this gives the regression head's unit.
inline constexpr float abScale = 110.0f;

} // namespace autochrome
