#include "core/learn/loop/validation.h"

#include "core/colour/colour_bins.h"
#include "core/learn/loop/loss.h"

#include <algorithm>
#include <span>

namespace autochrome::inline learn {
namespace {

std::span<const float> values(const torch::Tensor& tensor)
{
    return {tensor.data_ptr<float>(), std::size_t(tensor.numel())};
}

} // namespace

ScenePrediction predictScene(ColorizerNetwork& network, const TrainingSettings& settings,
                             const torch::Tensor& luminance)
{
    const torch::NoGradGuard noGrad;
    const torch::Device device = network->parameters().front().device();
    const NetworkOutput output = network->forward(luminance.to(device));
    const bool distribution = settings.crossEntropyWeight > 0;
    const torch::Tensor coarse =
        distribution ? annealedMean(output.logits, centresOf(ColourBins::srgb()).to(device),
                                    annealingTemperature)
                     : output.ab.to(torch::kFloat32) * abScale;
    return {torch::upsample_bilinear2d(coarse, {luminance.size(2), luminance.size(3)}, false)
                .squeeze(0)
                .contiguous()
                .cpu(),
            distribution ? confidenceOf(output.logits).contiguous().cpu() : torch::empty({0})};
}

ColourMetrics validate(ColorizerNetwork network, const TrainingSettings& settings,
                       SampleSource& source, std::int64_t photos, const Progress& progress)
{
    MetricsCollector collector;
    // Evenly spread over the set, so that every folder has its part.
    const std::int64_t all = source.photoCount();
    const std::int64_t wanted = std::min(photos > 0 ? photos : all, all);
    for (std::int64_t i = 0; i < wanted && !progress.isCancelled(); ++i) {
        const auto scene = source.scene(i * all / wanted, settings.validationShortSide);
        if (!scene)
            continue;
        const ScenePrediction seen = predictScene(network, settings, scene->luminance);
        const torch::Tensor lightness = (scene->luminance * 100).contiguous();
        collector.add(values(lightness), values(scene->ab.contiguous()), values(seen.ab),
                      values(seen.confidence));
    }
    return collector.result();
}

} // namespace autochrome::inline learn
