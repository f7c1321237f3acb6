#include "core/network/colour_features.h"

#include "core/base/text.h"
#include "core/network/model_io.h"

namespace autochrome::inline network {

struct ColourFeatures::Impl
{
    ColorizerNetwork network{nullptr};
    torch::Tensor mean = torch::tensor({0.485f, 0.456f, 0.406f}).view({1, 3, 1, 1}); // ImageNet's
    torch::Tensor deviation = torch::tensor({0.229f, 0.224f, 0.225f}).view({1, 3, 1, 1});
};

ColourFeatures::ColourFeatures(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ColourFeatures::~ColourFeatures() = default;

Result<std::shared_ptr<ColourFeatures>> ColourFeatures::load(const std::filesystem::path& model)
{
    auto loaded = loadModel(model);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    auto impl = std::make_unique<Impl>();
    impl->network = loaded->network;
    return std::shared_ptr<ColourFeatures>(new ColourFeatures(std::move(impl)));
}

std::vector<float> ColourFeatures::of(const std::vector<float>& rgb) const
{
    TORCH_CHECK(rgb.size() == std::size_t(side) * side * 3, "picture of unexpected size");
    const torch::NoGradGuard noGrad;
    const torch::Tensor picture = torch::tensor(rgb).view({1, side, side, 3}).permute({0, 3, 1, 2});
    const EncoderFeatures features = impl_->network->encode(
        ((picture - impl_->mean) / impl_->deviation).contiguous(torch::MemoryFormat::ChannelsLast));
    const torch::Tensor pooled = features.stride32.mean({0, 2, 3}).contiguous();
    return {pooled.data_ptr<float>(), pooled.data_ptr<float>() + pooled.numel()};
}

} // namespace autochrome::inline network
