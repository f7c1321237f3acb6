#include "core/edit/colour/prediction.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

// What looks calmest on old scans with the shipped kind of model, and costs least.
constexpr int defaultSize = 256;
constexpr int smallestFallback = 128;
constexpr int greatestAspect = 4;
constexpr double fastShare = 0.75;    // of the size
constexpr double layoutShare = 0.625; // of the size: Effort::Best's smaller look

int multipleOf32(double side)
{
    return std::max(32, int(std::lround(side / 32)) * 32);
}

// Sizes to try on one device, largest first, each about three quarters of the one before.
std::vector<int> fallbackSizes(int size)
{
    std::vector<int> sizes{size};
    while (sizes.back() > smallestFallback)
        sizes.push_back(std::max(smallestFallback, multipleOf32(sizes.back() * 0.7)));
    return sizes;
}

// One look of the network at the scene.
Result<SceneLook> look(const Predictor& predictor, const cv::Mat& lightness, int size,
                       bool mirrored, const Progress& progress)
{
    progress.checkpoint();
    const cv::Size input = networkInputSize(lightness.size(), size);
    cv::Mat scene = resampledLightness(lightness, input);
    if (mirrored)
        cv::flip(scene, scene, 1);
    std::vector<float> luminance(std::size_t(input.area()));
    cv::Mat(input, CV_32F, luminance.data()) = scene * 0.01;
    Result<SceneLook> seen = predictor.run(luminance, input.height, input.width, progress);
    if (seen) {
        seen->mirrored = mirrored;
        seen->networkSize = std::min(input.width, input.height);
    }
    return seen;
}

// A look, and for the best effort a mirrored one.
Result<std::vector<SceneLook>> looksAt(const Predictor& predictor, const cv::Mat& lightness,
                                       int size, bool bothWays, const Progress& progress)
{
    std::vector<SceneLook> looks;
    for (const bool mirrored : {false, true}) {
        if (mirrored && !bothWays)
            break;
        Result<SceneLook> seen = look(predictor, lightness, size, mirrored, progress);
        if (!seen)
            return tl::make_unexpected(seen.error());
        looks.push_back(std::move(*seen));
    }
    return looks;
}

Result<SceneColours::Looks> lookWith(Effort effort, const Predictor& predictor,
                                     const cv::Mat& lightness, int size, const Progress& progress)
{
    const bool best = effort == Effort::Best;
    const int most =
        effort == Effort::Fast ? std::max(smallestFallback, multipleOf32(size * fastShare)) : size;
    SceneColours::Looks looks;
    auto detail = looksAt(predictor, lightness, most, best, progress);
    if (!detail)
        return tl::make_unexpected(detail.error());
    looks.detail = std::move(*detail);
    const int less = std::max(smallestFallback, multipleOf32(size * layoutShare));
    if (best && less < size) {
        auto layout = looksAt(predictor, lightness, less, true, progress);
        if (!layout)
            return tl::make_unexpected(layout.error());
        looks.layout = std::move(*layout);
    }
    return looks;
}

} // namespace

cv::Size networkInputSize(cv::Size photo, int size)
{
    const double shortSide = size > 0 ? size : defaultSize;
    const double least = std::max(1, std::min(photo.width, photo.height));
    const double limit = shortSide * greatestAspect;
    return {multipleOf32(std::min(limit, photo.width / least * shortSide)),
            multipleOf32(std::min(limit, photo.height / least * shortSide))};
}

cv::Mat resampledLightness(const cv::Mat& lightness, cv::Size size)
{
    cv::Mat current = lightness;
    // Averaging wants both factors at or above one: shrink first, then grow.
    const cv::Size shrunk(std::min(size.width, lightness.cols),
                          std::min(size.height, lightness.rows));
    cv::Mat next;
    if (shrunk != current.size()) {
        cv::resize(current, next, shrunk, 0, 0, cv::INTER_AREA);
        current = next;
    }
    if (size != current.size()) {
        cv::Mat grown;
        cv::resize(current, grown, size, 0, 0, cv::INTER_LINEAR);
        current = grown;
    }
    return cv::min(cv::max(current, 0.0), 100.0);
}

Result<SceneColours> lookAtScene(const cv::Mat& lightness, const ColourSettings& settings,
                                 const std::vector<std::function<Result<Predictor>()>>& predictors,
                                 const Progress& progress)
{
    const int wanted = settings.size > 0 ? settings.size : defaultSize;
    std::vector<Message> notices;
    Error last{
        ErrorCode::OutOfMemory, text("There is not enough memory to colourise this photo."), {}};
    for (const auto& make : predictors) {
        const Result<Predictor> predictor = make();
        if (!predictor) {
            last = predictor.error();
            continue;
        }
        for (const int size : fallbackSizes(wanted)) {
            auto looks = lookWith(settings.effort, *predictor, lightness, size, progress);
            if (looks) {
                looks->modelName = predictor->modelName;
                looks->modelSha256 = predictor->modelSha256;
                looks->device = predictor->device;
                looks->notices = notices;
                SceneColours scene(std::move(*looks));
                const Result<ChromaMap> map = scene.at(VividnessSettings().temperature);
                if (map)
                    return scene;
                last = map.error();
            } else {
                last = looks.error();
            }
            if (last.code != ErrorCode::OutOfMemory)
                return tl::make_unexpected(last);
            notices.push_back(text("Not enough memory on %1 at %2 pixels; tried again with less.",
                                   {predictor->device, std::to_string(size)}));
        }
    }
    return tl::make_unexpected(last);
}

} // namespace autochrome::inline edit
