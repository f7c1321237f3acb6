#include "core/network/decoder.h"

namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace autochrome::inline network {

namespace {

nn::Conv2d conv(int in, int out, int kernel)
{
    return nn::Conv2d(nn::Conv2dOptions(in, out, kernel).padding(kernel / 2).bias(false));
}

} // namespace

UpBlockImpl::UpBlockImpl(int inChannels, int skipChannels, int outChannels)
    : hasSkip_(skipChannels > 0),
      conv1_(register_module("conv1", conv(inChannels + skipChannels, outChannels, 3))),
      bn1_(register_module("bn1", BatchNorm(outChannels))),
      conv2_(register_module("conv2", conv(outChannels, outChannels, 3))),
      bn2_(register_module("bn2", BatchNorm(outChannels)))
{
}

torch::Tensor UpBlockImpl::forward(const torch::Tensor& coarse, const torch::Tensor& skip)
{
    torch::Tensor x = F::interpolate(
        coarse,
        F::InterpolateFuncOptions().scale_factor(std::vector<double>{2, 2}).mode(torch::kNearest));
    if (hasSkip_)
        x = torch::cat({x, skip}, 1);
    x = torch::relu(bn1_(conv1_(x)));
    return torch::relu(bn2_(conv2_(x)));
}

DecoderImpl::DecoderImpl(bool hasSkips)
    : neck_(register_module("neck", conv(320, 256, 1))),
      neckNorm_(register_module("neck_norm", BatchNorm(256))),
      up16_(register_module("up16", UpBlock(256, hasSkips ? 112 : 0, 192))),
      up8_(register_module("up8", UpBlock(192, hasSkips ? 40 : 0, 128))),
      up4_(register_module("up4", UpBlock(128, hasSkips ? 24 : 0, outChannels)))
{
}

torch::Tensor DecoderImpl::forward(const EncoderFeatures& features)
{
    torch::Tensor x = torch::relu(neckNorm_(neck_(features.stride32)));
    x = up16_(x, features.stride16);
    x = up8_(x, features.stride8);
    return up4_(x, features.stride4);
}

} // namespace autochrome::inline network
