#include "core/learn/loop/validation_samples.h"

#include "core/learn/loop/validation.h"

#include <algorithm>

namespace autochrome::inline learn {
namespace {

constexpr int shortSide = 256; // a picture to look at, not to measure

} // namespace

std::vector<SamplePrediction> sampleValidation(ColorizerNetwork network,
                                               const TrainingSettings& settings,
                                               SampleSource& source, int count)
{
    const torch::NoGradGuard noGrad;
    std::vector<SamplePrediction> samples;
    const std::int64_t all = source.photoCount();
    const std::int64_t wanted = std::min<std::int64_t>(count, all);
    for (std::int64_t i = 0; i < wanted; ++i) {
        const auto scene = source.scene(i * all / wanted, shortSide);
        if (!scene)
            continue;
        SamplePrediction sample;
        sample.number = int(i);
        sample.predicted = predictScene(network, settings, scene->luminance).ab;
        sample.lightness = (scene->luminance * 100).squeeze(0).squeeze(0).contiguous();
        sample.truth = scene->ab.contiguous();
        samples.push_back(std::move(sample));
    }
    return samples;
}

} // namespace autochrome::inline learn
