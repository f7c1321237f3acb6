#include "core/network/damage/damage_network.h"

#include <array>

namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace autochrome::inline network {
namespace {

// Channels at strides 2, 4, 8 and 16.
constexpr std::array widths{16, 24, 48, 64};
constexpr int fold = 2; // pixels a side that become channels

// Damage is rare: the network starts from saying so, and need not learn it first.
constexpr float firstLogit = -3;

nn::Conv2d convolution(int in, int out, int side, bool bias)
{
    return nn::Conv2d(nn::Conv2dOptions(in, out, side).padding(side / 2).bias(bias));
}

} // namespace

DamageBlockImpl::DamageBlockImpl(int inChannels, int outChannels)
{
    conv1_ = register_module("conv1", convolution(inChannels, outChannels, 3, false));
    bn1_ = register_module("bn1", BatchNorm(outChannels));
    conv2_ = register_module("conv2", convolution(outChannels, outChannels, 3, false));
    bn2_ = register_module("bn2", BatchNorm(outChannels));
}

torch::Tensor DamageBlockImpl::forward(const torch::Tensor& x)
{
    const torch::Tensor once = torch::relu(bn1_(conv1_(x)));
    return torch::relu(bn2_(conv2_(once)));
}

DamageNetworkImpl::DamageNetworkImpl()
{
    down0_ = register_module("down0", DamageBlock(fold * fold, widths[0]));
    down1_ = register_module("down1", DamageBlock(widths[0], widths[1]));
    down2_ = register_module("down2", DamageBlock(widths[1], widths[2]));
    down3_ = register_module("down3", DamageBlock(widths[2], widths[3]));
    narrow2_ = register_module("narrow2", convolution(widths[3], widths[2], 1, true));
    narrow1_ = register_module("narrow1", convolution(widths[2], widths[1], 1, true));
    narrow0_ = register_module("narrow0", convolution(widths[1], widths[0], 1, true));
    up2_ = register_module("up2", DamageBlock(widths[2], widths[2]));
    up1_ = register_module("up1", DamageBlock(widths[1], widths[1]));
    up0_ = register_module("up0", DamageBlock(widths[0], widths[0]));
    head_ = register_module("head", convolution(widths[0], damageKinds * fold * fold, 1, true));
    for (auto& module : modules(false))
        if (auto* conv = module->as<nn::Conv2d>())
            nn::init::kaiming_normal_(conv->weight, 0, torch::kFanIn, torch::kReLU);
    const torch::NoGradGuard noGrad;
    head_->weight.mul_(0.1);
    head_->bias.fill_(firstLogit);
}

torch::Tensor DamageNetworkImpl::forward(const torch::Tensor& luminance)
{
    const torch::Tensor fine = down0_(folded(luminance));
    const torch::Tensor middle = down1_(torch::max_pool2d(fine, 2));
    const torch::Tensor coarse = down2_(torch::max_pool2d(middle, 2));
    const torch::Tensor whole = down3_(torch::max_pool2d(coarse, 2));
    torch::Tensor y = up2_(doubled(narrow2_(whole)) + coarse);
    y = up1_(doubled(narrow1_(y)) + middle);
    y = up0_(doubled(narrow0_(y)) + fine);
    return unfolded(head_(y));
}

torch::Tensor DamageNetworkImpl::folded(const torch::Tensor& luminance)
{
    return torch::pixel_unshuffle((luminance - 0.5) * 4, fold)
        .contiguous(torch::MemoryFormat::ChannelsLast);
}

torch::Tensor DamageNetworkImpl::unfolded(const torch::Tensor& x)
{
    return torch::pixel_shuffle(x, fold);
}

torch::Tensor DamageNetworkImpl::doubled(const torch::Tensor& x)
{
    return F::interpolate(x, F::InterpolateFuncOptions()
                                 .scale_factor(std::vector<double>{2.0, 2.0})
                                 .mode(torch::kNearest));
}

double DamageNetworkImpl::multiplyAdds()
{
    double sum = damageKinds * fold * fold * widths[0] / 4.0;
    int in = fold * fold;
    double pixels = 4;
    for (std::size_t level = 0; level < widths.size(); ++level) {
        const int out = widths[level];
        sum += 9.0 * out * (in + out) / pixels;
        if (level + 1 < widths.size())
            sum += (18.0 * out * out + widths[level + 1] * out / 4.0) / pixels;
        in = out;
        pixels *= 4;
    }
    return sum;
}

std::int64_t DamageNetworkImpl::parameterCount() const
{
    std::int64_t count = 0;
    for (const torch::Tensor& parameter : parameters())
        count += parameter.numel();
    return count;
}

} // namespace autochrome::inline network
