#include "core/network/efficientnet_b0.h"

#include "core/network/batch_norm.h"

#include <algorithm>

namespace nn = torch::nn;

namespace autochrome::inline network {

namespace {

/// Convolution and batch norm under torchvision's names "0" and "1".
nn::Sequential convNorm(int in, int out, int kernel, int stride, int groups, bool activated)
{
    nn::Sequential part(nn::Conv2d(nn::Conv2dOptions(in, out, kernel)
                                       .stride(stride)
                                       .padding((kernel - 1) / 2)
                                       .groups(groups)
                                       .bias(false)),
                        BatchNorm(out));
    if (activated)
        part->push_back(nn::SiLU());
    return part;
}

/// Squeeze-and-excitation (Hu et al. 2018) under torchvision's names "fc1" and "fc2".
class SqueezeExcitationImpl : public nn::Module
{
public:
    SqueezeExcitationImpl(int channels, int squeezed)
        : fc1_(register_module("fc1", nn::Conv2d(nn::Conv2dOptions(channels, squeezed, 1)))),
          fc2_(register_module("fc2", nn::Conv2d(nn::Conv2dOptions(squeezed, channels, 1))))
    {
    }

    torch::Tensor forward(const torch::Tensor& x)
    {
        torch::Tensor scale = torch::adaptive_avg_pool2d(x, {1, 1});
        scale = torch::sigmoid(fc2_(torch::silu(fc1_(scale))));
        return x * scale;
    }

private:
    nn::Conv2d fc1_;
    nn::Conv2d fc2_;
};
TORCH_MODULE(SqueezeExcitation);

constexpr int blockCount = 16;

} // namespace

MBConvImpl::MBConvImpl(int inChannels, int outChannels, int kernel, int stride, int expansion)
    : hasResidual_(stride == 1 && inChannels == outChannels), hasExpansion_(expansion != 1)
{
    const int wide = inChannels * expansion;
    if (hasExpansion_)
        block_->push_back(convNorm(inChannels, wide, 1, 1, 1, true));
    block_->push_back(convNorm(wide, wide, kernel, stride, wide, true));
    block_->push_back(SqueezeExcitation(wide, std::max(1, inChannels / 4)));
    block_->push_back(convNorm(wide, outChannels, 1, 1, 1, false));
    register_module("block", block_);
}

torch::Tensor MBConvImpl::forward(torch::Tensor x)
{
    const torch::Tensor input = x;
    const std::size_t depthwise = hasExpansion_ ? 1 : 0;
    if (hasExpansion_)
        x = block_[0]->as<nn::Sequential>()->forward(x);
    x = block_[depthwise]->as<nn::Sequential>()->forward(x);
    x = block_[depthwise + 1]->as<SqueezeExcitation>()->forward(x);
    x = block_[depthwise + 2]->as<nn::Sequential>()->forward(x);
    if (!hasResidual_)
        return x;
    if (is_training() && dropProbability_ > 0)
        x = x * survivors(x.size(0), x.options());
    return x + input;
}

torch::Tensor MBConvImpl::survivors(std::int64_t rows, const torch::TensorOptions& options) const
{
    const double survival = 1 - dropProbability_;
    const std::int64_t parts = share_ ? share_->parts : 1;
    const torch::Tensor drawn =
        torch::bernoulli(torch::full({rows * parts, 1, 1, 1}, survival, options)) / survival;
    return parts > 1 ? drawn.narrow(0, share_->part * rows, rows) : drawn;
}

EfficientNetB0FeaturesImpl::EfficientNetB0FeaturesImpl()
{
    features_->push_back(convNorm(3, efficientNetB0Stages[0].in, 3, 2, 1, true));
    for (const MBConvStage& stage : efficientNetB0Stages) {
        nn::Sequential layers;
        for (int i = 0; i < stage.layers; ++i)
            layers->push_back(MBConv(i == 0 ? stage.in : stage.out, stage.out, stage.kernel,
                                     i == 0 ? stage.stride : 1, stage.expansion));
        features_->push_back(layers);
    }
    register_module("features", features_);
    setStochasticDepth(usualStochasticDepth);
}

void EfficientNetB0FeaturesImpl::setStochasticDepth(double last)
{
    int number = 0;
    for (const auto& module : modules(false))
        if (auto* block = module->as<MBConv>())
            block->setDropProbability(last * number++ / blockCount);
}

EncoderFeatures EfficientNetB0FeaturesImpl::forward(torch::Tensor rgb)
{
    EncoderFeatures out;
    torch::Tensor x = rgb;
    for (std::size_t i = 0; i < features_->size(); ++i) {
        x = features_[i]->as<nn::Sequential>()->forward(x);
        if (i == 2)
            out.stride4 = x;
        else if (i == 3)
            out.stride8 = x;
        else if (i == 5)
            out.stride16 = x;
    }
    out.stride32 = x;
    return out;
}

} // namespace autochrome::inline network
