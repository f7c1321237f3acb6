#pragma once

#include "core/network/batch_share.h"
#include "core/network/encoder_features.h"

#include <torch/torch.h>

#include <array>
#include <memory>

namespace autochrome::inline network {

/// One row of table 1 of Tan & Le 2019: `layers` MBConv blocks, the first with the stride.
struct MBConvStage
{
    int expansion, kernel, stride, in, out, layers;
};

inline constexpr std::array<MBConvStage, 7> efficientNetB0Stages{{{1, 3, 1, 32, 16, 1},
                                                                  {6, 3, 2, 16, 24, 2},
                                                                  {6, 5, 2, 24, 40, 2},
                                                                  {6, 3, 2, 40, 80, 3},
                                                                  {6, 5, 1, 80, 112, 3},
                                                                  {6, 5, 2, 112, 192, 4},
                                                                  {6, 3, 1, 192, 320, 1}}};

/// Mobile inverted bottleneck with squeeze-and-excitation (Tan & Le, EfficientNet, 2019). Children
/// are named as torchvision names them: block.0 expansion, block.1 depthwise, block.2 SE, block.3
/// projection; without expansion the numbers move down by one.
class MBConvImpl : public torch::nn::Module
{
public:
    MBConvImpl(int inChannels, int outChannels, int kernel, int stride, int expansion);

    /// @param x  [N, inChannels, H, W] -> [N, outChannels, H/stride, W/stride]
    torch::Tensor forward(torch::Tensor x);

    /// @param share  null: this process has the whole batch
    void setShare(std::shared_ptr<const BatchShare> share) { share_ = std::move(share); }

    /// @param probability  in [0, 1), of a sample's way past the block in training
    void setDropProbability(double probability) { dropProbability_ = probability; }

private:
    /// What each row of a batch of `rows` is multiplied with: 0, or the inverse of its chance.
    torch::Tensor survivors(std::int64_t rows, const torch::TensorOptions& options) const;

    bool hasResidual_;
    bool hasExpansion_;
    double dropProbability_ = 0; // stochastic depth, per sample, training only
    torch::nn::ModuleList block_;
    std::shared_ptr<const BatchShare> share_;
};
TORCH_MODULE(MBConv);

/// torchvision's efficientnet_b0().features without the last 1x1 convolution (features.8), which a
/// decoder has no use for. State names are features.<stage>.<block>.block.<part>.<i>.<name>.
class EfficientNetB0FeaturesImpl : public torch::nn::Module
{
public:
    /// The last block's drop probability, torchvision's, until setStochasticDepth() says another.
    static constexpr double usualStochasticDepth = 0.2;

    EfficientNetB0FeaturesImpl();

    /// Drop probabilities from 0 at the first block to nearly `last`, in equal steps (Huang et al.,
    /// Deep Networks with Stochastic Depth, 2016). @param last  in [0, 1); 0 drops nothing
    void setStochasticDepth(double last);

    /// @param rgb  [N, 3, H, W], normalised with ImageNet's mean and standard deviation
    EncoderFeatures forward(torch::Tensor rgb);

private:
    torch::nn::ModuleList features_;
};
TORCH_MODULE(EfficientNetB0Features);

} // namespace autochrome::inline network
