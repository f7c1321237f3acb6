#pragma once

#include <torch/torch.h>

#include <array>

namespace autochrome {

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
    MBConvImpl(int inChannels, int outChannels, int kernel, int stride, int expansion,
               double dropProbability);

    /// @param x  [N, inChannels, H, W] -> [N, outChannels, H/stride, W/stride]
    torch::Tensor forward(torch::Tensor x);

private:
    bool hasResidual_;
    bool hasExpansion_;
    double dropProbability_; // stochastic depth, per sample, training only
    torch::nn::ModuleList block_;
};
TORCH_MODULE(MBConv);

/// Feature maps of the encoder, from fine to coarse.
struct EncoderFeatures
{
    torch::Tensor stride4;  ///< [N, 24, H/4, W/4]
    torch::Tensor stride8;  ///< [N, 40, H/8, W/8]
    torch::Tensor stride16; ///< [N, 112, H/16, W/16]
    torch::Tensor stride32; ///< [N, 320, H/32, W/32]
};

/// torchvision's efficientnet_b0().features without the last 1x1 convolution (features.8), which a
/// decoder has no use for. State names are features.<stage>.<block>.block.<part>.<i>.<name>.
class EfficientNetB0FeaturesImpl : public torch::nn::Module
{
public:
    explicit EfficientNetB0FeaturesImpl(double stochasticDepth = 0.2);

    /// @param rgb  [N, 3, H, W], normalised with ImageNet's mean and standard deviation
    EncoderFeatures forward(torch::Tensor rgb);

private:
    torch::nn::ModuleList features_;
};
TORCH_MODULE(EfficientNetB0Features);

} // namespace autochrome
