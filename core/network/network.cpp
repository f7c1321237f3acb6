#include "core/network/network.h"

namespace nn = torch::nn;

namespace autochrome::inline network {

ColorizerNetworkImpl::ColorizerNetworkImpl(int binCount, const NetworkDesign& design)
    : binCount_(binCount), design_(design)
{
    if (design.encoder == NetworkDesign::Encoder::PlainCnn)
        plainEncoder = register_module("encoder", PlainEncoder());
    else
        encoder = register_module("encoder", EfficientNetB0Features());
    decoder = register_module("decoder", Decoder(design.hasSkips));
    const auto head = [](int channels) {
        return nn::Conv2d(nn::Conv2dOptions(DecoderImpl::outChannels, channels, 1));
    };
    head_q = register_module("head_q", head(binCount));
    head_ab = register_module("head_ab", head(2));
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
    const torch::Tensor x = decoder(encode(rgb));
    return {head_q(x), head_ab(x)};
}

EncoderFeatures ColorizerNetworkImpl::encode(const torch::Tensor& rgb)
{
    return encoder ? encoder(rgb) : plainEncoder(rgb);
}

torch::nn::Module& ColorizerNetworkImpl::encoderModule()
{
    if (encoder)
        return *encoder;
    return *plainEncoder;
}

void ColorizerNetworkImpl::setStochasticDepth(double last)
{
    if (encoder)
        encoder->setStochasticDepth(last);
}

void ColorizerNetworkImpl::setShare(const std::shared_ptr<const BatchShare>& share)
{
    for (const auto& module : modules(false)) {
        if (auto* norm = module->as<BatchNorm>())
            norm->setShare(share);
        else if (auto* block = module->as<MBConv>())
            block->setShare(share);
    }
}

} // namespace autochrome::inline network
