#include "core/edit/colour/scene_colours.h"

#include "core/base/text.h"
#include "core/network/colour_distribution.h"

#include <cmath>
#include <mutex>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr double layoutBlur = 3; // cells of the network's grid: coarser than this is layout

// Chroma below this everywhere means that the network said nothing (a* b* in CIE units).
constexpr float neutralChroma = 0.05f;

tl::unexpected<Error> noColour(const std::string& detail)
{
    return failure(ErrorCode::Internal,
                   text("The model gave no colour for this photo. Try another model or size."),
                   detail);
}

Result<ChromaMap> mapOf(const SceneLook& look, double temperature)
{
    const Result<PredictedChroma> predicted = look.chroma(temperature);
    if (!predicted)
        return tl::make_unexpected(predicted.error());
    const std::size_t cells = std::size_t(predicted->rows) * std::size_t(predicted->cols);
    if (cells == 0 || predicted->ab.size() != 2 * cells || predicted->confidence.size() != cells)
        return noColour("output of unexpected size");
    float greatest = 0;
    for (const float value : predicted->ab) {
        if (!std::isfinite(value))
            return noColour("non-finite output");
        greatest = std::max(greatest, std::fabs(value));
    }
    if (greatest < neutralChroma)
        return noColour("all-neutral output");

    ChromaMap map;
    map.ab.create(predicted->rows, predicted->cols, CV_32FC2);
    map.confidence.create(predicted->rows, predicted->cols, CV_32F);
    std::copy(predicted->ab.begin(), predicted->ab.end(), map.ab.ptr<float>());
    std::copy(predicted->confidence.begin(), predicted->confidence.end(),
              map.confidence.ptr<float>());
    if (look.mirrored) {
        cv::flip(map.ab, map.ab, 1);
        cv::flip(map.confidence, map.confidence, 1);
    }
    map.networkSize = look.networkSize;
    map.seconds = predicted->seconds;
    return map;
}

// The mean of the looks: with mirrored ones, what depends on left and right cancels out.
Result<ChromaMap> meanOf(const std::vector<SceneLook>& looks, double temperature)
{
    Result<ChromaMap> mean = mapOf(looks.front(), temperature);
    for (std::size_t i = 1; mean && i < looks.size(); ++i) {
        Result<ChromaMap> other = mapOf(looks[i], temperature);
        if (!other)
            return other;
        mean->ab += other->ab;
        mean->confidence += other->confidence;
        mean->seconds += other->seconds;
    }
    if (mean && looks.size() > 1) {
        mean->ab *= 1.0 / double(looks.size());
        mean->confidence *= 1.0 / double(looks.size());
    }
    return mean;
}

Result<ChromaMap> mapOf(const SceneColours::Looks& looks, double temperature)
{
    Result<ChromaMap> map = meanOf(looks.detail, temperature);
    if (map && !looks.layout.empty()) {
        Result<ChromaMap> layout = meanOf(looks.layout, temperature);
        if (!layout)
            return layout;
        cv::Mat coarse;
        cv::resize(layout->ab, coarse, map->ab.size(), 0, 0, cv::INTER_CUBIC);
        coarse -= map->ab;
        cv::GaussianBlur(coarse, coarse, {}, layoutBlur, layoutBlur, cv::BORDER_REPLICATE);
        map->ab += coarse;
        map->seconds += layout->seconds;
    }
    if (map) {
        map->modelName = looks.modelName;
        map->modelSha256 = looks.modelSha256;
        map->device = looks.device;
        map->notices = looks.notices;
    }
    return map;
}

} // namespace

struct SceneColours::Impl
{
    Looks looks;
    std::mutex mutex;
    // Whoever has made sure that there is colour asks for the same again.
    std::optional<double> lastTemperature;
    ChromaMap last;
};

SceneColours::SceneColours(Looks looks) : impl_(std::make_shared<Impl>())
{
    impl_->looks = std::move(looks);
}

Result<ChromaMap> SceneColours::at(double temperature) const
{
    const std::lock_guard lock(impl_->mutex);
    if (impl_->lastTemperature == temperature)
        return impl_->last;
    Result<ChromaMap> map = mapOf(impl_->looks, temperature);
    if (map) {
        impl_->lastTemperature = temperature;
        impl_->last = *map;
    }
    return map;
}

std::size_t SceneColours::bytes() const
{
    std::size_t bytes = 0;
    for (const auto* looks : {&impl_->looks.detail, &impl_->looks.layout})
        for (const SceneLook& look : *looks)
            bytes += look.bytes;
    return bytes;
}

} // namespace autochrome::inline edit
