#include "core/colorize/prediction.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome {
namespace {

// What looks calmest on old scans with the shipped kind of model, and costs least.
constexpr int defaultSize = 256;
constexpr int smallestFallback = 128;
constexpr int greatestAspect = 4;
constexpr double fastShare = 0.75;    // of the size
constexpr double layoutShare = 0.625; // of the size: Effort::Best's smaller look
constexpr double layoutBlur = 3;      // cells of the network's grid: coarser than this is layout

// Chroma below this everywhere means that the network said nothing (a* b* in CIE units).
constexpr float neutralChroma = 0.05f;

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

Error noColour(const std::string& detail)
{
    return {ErrorCode::Internal,
            text("The model gave no colour for this photo. Try another model or size."), detail};
}

Result<ChromaMap> checkedMap(const PredictedChroma& predicted)
{
    const std::size_t cells = std::size_t(predicted.rows) * std::size_t(predicted.cols);
    if (cells == 0 || predicted.ab.size() != 2 * cells || predicted.confidence.size() != cells)
        return tl::make_unexpected(noColour("output of unexpected size"));
    float greatest = 0;
    for (const float value : predicted.ab) {
        if (!std::isfinite(value))
            return tl::make_unexpected(noColour("non-finite output"));
        greatest = std::max(greatest, std::fabs(value));
    }
    if (greatest < neutralChroma)
        return tl::make_unexpected(noColour("all-neutral output"));

    ChromaMap map;
    map.ab.create(predicted.rows, predicted.cols, CV_32FC2);
    map.confidence.create(predicted.rows, predicted.cols, CV_32F);
    std::copy(predicted.ab.begin(), predicted.ab.end(), map.ab.ptr<float>());
    std::copy(predicted.confidence.begin(), predicted.confidence.end(),
              map.confidence.ptr<float>());
    map.seconds = predicted.seconds;
    return map;
}

// One look of the network at the scene.
Result<ChromaMap> look(const Predictor& predictor, const cv::Mat& lightness, int size,
                       bool mirrored, double temperature, const Progress& progress)
{
    progress.checkpoint();
    const cv::Size input = networkInputSize(lightness.size(), size);
    cv::Mat scene = resampledLightness(lightness, input);
    if (mirrored)
        cv::flip(scene, scene, 1);
    std::vector<float> luminance(std::size_t(input.area()));
    cv::Mat(input, CV_32F, luminance.data()) = scene * 0.01;
    const Result<PredictedChroma> predicted =
        predictor.run(luminance, input.height, input.width, {temperature}, progress);
    if (!predicted)
        return tl::make_unexpected(predicted.error());
    Result<ChromaMap> map = checkedMap(*predicted);
    if (map && mirrored) {
        cv::flip(map->ab, map->ab, 1);
        cv::flip(map->confidence, map->confidence, 1);
    }
    if (map)
        map->networkSize = std::min(input.width, input.height);
    return map;
}

// The mean of a look and a mirrored one: what depends on left and right cancels out.
Result<ChromaMap> lookBothWays(const Predictor& predictor, const cv::Mat& lightness, int size,
                               double temperature, const Progress& progress)
{
    Result<ChromaMap> map = look(predictor, lightness, size, false, temperature, progress);
    if (!map)
        return map;
    const auto mirrored = look(predictor, lightness, size, true, temperature, progress);
    if (!mirrored)
        return mirrored;
    map->ab = (map->ab + mirrored->ab) * 0.5;
    map->confidence = (map->confidence + mirrored->confidence) * 0.5;
    map->seconds += mirrored->seconds;
    return map;
}

Result<ChromaMap> lookWith(Effort effort, const Predictor& predictor, const cv::Mat& lightness,
                           int size, double temperature, const Progress& progress)
{
    if (effort == Effort::Fast)
        return look(predictor, lightness,
                    std::max(smallestFallback, multipleOf32(size * fastShare)), false, temperature,
                    progress);
    if (effort == Effort::Normal)
        return look(predictor, lightness, size, false, temperature, progress);
    Result<ChromaMap> map = lookBothWays(predictor, lightness, size, temperature, progress);
    const int less = std::max(smallestFallback, multipleOf32(size * layoutShare));
    if (!map || less >= size)
        return map;
    const auto layout = lookBothWays(predictor, lightness, less, temperature, progress);
    if (!layout)
        return layout;
    cv::Mat coarse;
    cv::resize(layout->ab, coarse, map->ab.size(), 0, 0, cv::INTER_CUBIC);
    coarse -= map->ab;
    cv::GaussianBlur(coarse, coarse, {}, layoutBlur, layoutBlur, cv::BORDER_REPLICATE);
    map->ab += coarse;
    map->seconds += layout->seconds;
    return map;
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

Result<ChromaMap> predictChroma(const cv::Mat& lightness, const ColourSettings& settings,
                                const std::vector<std::function<Result<Predictor>()>>& predictors,
                                const Progress& progress)
{
    const int wanted = settings.size > 0 ? settings.size : defaultSize;
    std::vector<std::string> notices;
    Error last{
        ErrorCode::OutOfMemory, text("There is not enough memory to colourise this photo."), {}};
    for (const auto& make : predictors) {
        const Result<Predictor> predictor = make();
        if (!predictor) {
            last = predictor.error();
            continue;
        }
        for (const int size : fallbackSizes(wanted)) {
            Result<ChromaMap> map = lookWith(settings.effort, *predictor, lightness, size,
                                             settings.temperature, progress);
            if (map) {
                map->device = predictor->device;
                map->notices = notices;
                return map;
            }
            last = map.error();
            if (last.code != ErrorCode::OutOfMemory)
                return tl::make_unexpected(last);
            notices.push_back(text("Not enough memory on %1 at %2 pixels; tried less.",
                                   {predictor->device, std::to_string(size)}));
        }
    }
    return tl::make_unexpected(last);
}

} // namespace autochrome
