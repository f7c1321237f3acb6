#pragma once

#include "core/network/decoder.h"
#include "core/network/efficientnet_b0.h"
#include "core/network/network_design.h"
#include "core/network/plain_encoder.h"

#include <torch/torch.h>

namespace autochrome::inline network {

/// What the network says about every cell of its stride-4 grid.
struct NetworkOutput
{
    torch::Tensor logits; ///< [N, Q, H/4, W/4], unnormalised log-probabilities of the colour bins
    torch::Tensor ab;     ///< [N, 2, H/4, W/4], a* and b* divided by 110 (about [-1, 1])
};

/// The colorizer: EfficientNet-B0 encoder, U-Net decoder with skips at strides 4, 8 and 16, and
/// two 1x1 heads; or another design. State names: encoder.features.* (torchvision's), decoder.*,
/// head_q.*, head_ab.*.
class ColorizerNetworkImpl : public torch::nn::Module
{
public:
    explicit ColorizerNetworkImpl(int binCount, const NetworkDesign& design = {});

    /// @param luminance  [N, 1, H, W], L*/100 in [0, 1]; H and W multiples of 32
    NetworkOutput forward(const torch::Tensor& luminance);

    /// The encoder alone. @param rgb  [N, 3, H, W], normalised with ImageNet's mean and deviation
    EncoderFeatures encode(const torch::Tensor& rgb);

    int binCount() const { return binCount_; }
    const NetworkDesign& design() const { return design_; }
    torch::nn::Module& encoderModule();

    /// From now on this process computes a share of each training batch; null: all of it.
    void setShare(const std::shared_ptr<const BatchShare>& share);

    /// Stochastic depth of the EfficientNet while it trains, 0 none; nothing for another encoder.
    void setStochasticDepth(double last);

    EfficientNetB0Features encoder{nullptr}; ///< null if the design has another one
    PlainEncoder plainEncoder{nullptr};      ///< likewise
    Decoder decoder{nullptr};
    torch::nn::Conv2d head_q{nullptr};
    torch::nn::Conv2d head_ab{nullptr};

private:
    int binCount_;
    NetworkDesign design_;
    torch::Tensor mean_; // of ImageNet, [1, 3, 1, 1]
    torch::Tensor std_;
};
TORCH_MODULE(ColorizerNetwork);

/// Division of a*, b* by this gives the regression head's unit.
inline constexpr float abScale = 110.0f;

} // namespace autochrome::inline network
