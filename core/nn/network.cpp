#include "core/nn/network.h"

namespace nn = torch::nn;

namespace autochrome {

ColorizerNetworkImpl::ColorizerNetworkImpl(int binCount)
    : encoder(register_module("encoder", EfficientNetB0Features())),
      decoder(register_module("decoder", Decoder())),
      head_q(register_module("head_q",
                             nn::Conv2d(nn::Conv2dOptions(DecoderImpl::outChannels, binCount, 1)))),
      head_ab(register_module("head_ab",
                              nn::Conv2d(nn::Conv2dOptions(DecoderImpl::outChannels, 2, 1)))),
      binCount_(binCount)
{
    // Plain attributes, not buffers: they are constants of the architecture, not state.
    mean_ = torch::tensor({0.485f, 0.456f, 0.406f}).view({1, 3, 1, 1});
    std_ = torch::tensor({0.229f, 0.224f, 0.225f}).view({1, 3, 1, 1});
    for (auto& module : decoder->modules(false)) {
        if (auto* conv = module->as<nn::Conv2d>())
            nn::init::kaiming_normal_(conv->weight, 0, torch::kFanOut, torch::kReLU);
    }
    nn::init::zeros_(head_ab->bias);
    nn::init::zeros_(head_q->bias);
}

NetworkOutput ColorizerNetworkImpl::forward(const torch::Tensor& luminance)
{
    const torch::Tensor rgb = ((luminance.expand({-1, 3, -1, -1}) - mean_.to(luminance.device())) /
                               std_.to(luminance.device()))
                                  .contiguous(torch::MemoryFormat::ChannelsLast);
    const torch::Tensor x = decoder(encoder(rgb));
    return {head_q(x), head_ab(x)};
}

} // namespace autochrome
