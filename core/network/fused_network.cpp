#include "core/network/fused_network.h"

#include "core/network/tensor_io.h"

#include <ATen/Context.h>

namespace F = torch::nn::functional;

namespace autochrome::inline network {

namespace {

/// Whether to call oneDNN's convolution by name: at::conv2d hands small 1x1 convolutions to a plain
/// matrix product that is slower and ignores the channels_last layout.
bool hasOneDnn()
{
    static const bool available = at::globalContext().hasMKLDNN();
    return available;
}

torch::Tensor upsampled(const torch::Tensor& x)
{
    return F::interpolate(
        x,
        F::InterpolateFuncOptions().scale_factor(std::vector<double>{2, 2}).mode(torch::kNearest));
}

} // namespace

FusedConvolution::FusedConvolution(torch::Tensor weight, torch::Tensor bias, int stride, int groups,
                                   Activation activation)
    : weight_(weight.contiguous(torch::MemoryFormat::ChannelsLast)),
      bias_(bias.contiguous()),
      stride_{stride, stride},
      padding_{weight.size(2) / 2, weight.size(3) / 2},
      groups_(groups),
      activation_(activation)
{
}

torch::Tensor FusedConvolution::operator()(const torch::Tensor& x) const
{
    torch::Tensor y =
        x.is_cpu() && hasOneDnn()
            ? at::mkldnn_convolution(x, weight_, bias_, padding_, stride_, {1, 1}, groups_)
            : torch::conv2d(x, weight_, bias_, stride_, padding_, 1, groups_);
    switch (activation_) {
    case Activation::ReLU:
        return y.relu_();
    case Activation::SiLU:
        return torch::silu_(y);
    case Activation::None:
        break;
    }
    return y;
}

FusedNetwork::FusedNetwork(const ColorizerNetwork& network, torch::Device device) : device_(device)
{
    const torch::NoGradGuard noGrad;
    const State state = stateOf(*network);
    constexpr double encoderEpsilon = 1e-5;
    mean_ = torch::tensor({0.485f, 0.456f, 0.406f}).view({1, 3, 1, 1}).to(device);
    inverseStd_ = (1 / torch::tensor({0.229f, 0.224f, 0.225f})).view({1, 3, 1, 1}).to(device);
    const std::string features = "encoder.features.";
    stem_ = fold(state, features + "0.0", features + "0.1", encoderEpsilon, 2, 1, Activation::SiLU);
    for (std::size_t s = 0; s < efficientNetB0Stages.size(); ++s) {
        const MBConvStage& stage = efficientNetB0Stages[s];
        std::vector<Block> blocks;
        blocks.reserve(std::size_t(stage.layers));
        for (int i = 0; i < stage.layers; ++i)
            blocks.push_back(makeBlock(
                state, features + std::to_string(s + 1) + "." + std::to_string(i) + ".block.",
                stage, i == 0));
        stages_.push_back(std::move(blocks));
    }
    neck_ = fold(state, "decoder.neck", "decoder.neck_norm", 1e-5, 1, 1, Activation::ReLU);
    for (const char* level : {"up16", "up8", "up4"}) {
        for (const char* number : {"1", "2"}) {
            const std::string name = std::string("decoder.") + level;
            up_.push_back(fold(state, name + ".conv" + number, name + ".bn" + number, 1e-5, 1, 1,
                               Activation::ReLU));
        }
    }
    headQ_ = plain(state, "head_q", Activation::None);
    headAb_ = plain(state, "head_ab", Activation::None);
}

FusedConvolution FusedNetwork::fold(const State& state, const std::string& convolution,
                                    const std::string& norm, double epsilon, int stride, int groups,
                                    Activation activation) const
{
    const torch::Tensor weight = state.at(convolution + ".weight");
    const torch::Tensor scale =
        state.at(norm + ".weight") / torch::sqrt(state.at(norm + ".running_var") + epsilon);
    const torch::Tensor bias = state.at(norm + ".bias") - state.at(norm + ".running_mean") * scale;
    return FusedConvolution((weight * scale.view({-1, 1, 1, 1})).to(device_), bias.to(device_),
                            stride, groups, activation);
}

FusedConvolution FusedNetwork::plain(const State& state, const std::string& convolution,
                                     Activation activation) const
{
    return FusedConvolution(state.at(convolution + ".weight").to(device_),
                            state.at(convolution + ".bias").to(device_), 1, 1, activation);
}

FusedNetwork::Block FusedNetwork::makeBlock(const State& state, const std::string& name,
                                            const MBConvStage& stage, bool isFirst) const
{
    constexpr double epsilon = 1e-5;
    Block block;
    const int in = isFirst ? stage.in : stage.out;
    const int stride = isFirst ? stage.stride : 1;
    block.hasResidual = stride == 1 && in == stage.out;
    block.hasExpansion = stage.expansion != 1;
    int part = 0;
    const auto next = [&] { return name + std::to_string(part++) + "."; };
    if (block.hasExpansion) {
        const std::string prefix = next();
        block.expansion = fold(state, prefix + "0", prefix + "1", epsilon, 1, 1, Activation::SiLU);
    }
    std::string prefix = next();
    block.depthwise = fold(state, prefix + "0", prefix + "1", epsilon, stride, in * stage.expansion,
                           Activation::SiLU);
    prefix = next();
    block.squeeze = plain(state, prefix + "fc1", Activation::SiLU);
    block.excite = plain(state, prefix + "fc2", Activation::None);
    prefix = next();
    block.projection = fold(state, prefix + "0", prefix + "1", epsilon, 1, 1, Activation::None);
    return block;
}

torch::Tensor FusedNetwork::encode(const Block& block, const torch::Tensor& x) const
{
    torch::Tensor y = block.hasExpansion ? block.expansion(x) : x;
    y = block.depthwise(y);
    const torch::Tensor scale = block.excite(block.squeeze(y.mean({2, 3}, true))).sigmoid_();
    y.mul_(scale);
    y = block.projection(y);
    return block.hasResidual ? y.add_(x) : y;
}

NetworkOutput FusedNetwork::forward(const torch::Tensor& luminance) const
{
    torch::Tensor x = ((luminance.expand({-1, 3, -1, -1}) - mean_) * inverseStd_)
                          .contiguous(torch::MemoryFormat::ChannelsLast);
    x = stem_(x);
    torch::Tensor skip4, skip8, skip16;
    for (std::size_t s = 0; s < stages_.size(); ++s) {
        for (const Block& block : stages_[s])
            x = encode(block, x);
        // torchvision counts the stem as features.0, so stage s is features.(s + 1).
        if (s == 1)
            skip4 = x;
        else if (s == 2)
            skip8 = x;
        else if (s == 4)
            skip16 = x;
    }
    x = neck_(x);
    std::size_t convolution = 0;
    for (const torch::Tensor& skip : {skip16, skip8, skip4}) {
        x = up_[convolution++](torch::cat({upsampled(x), skip}, 1));
        x = up_[convolution++](x);
    }
    return {headQ_(x), headAb_(x)};
}

} // namespace autochrome::inline network
