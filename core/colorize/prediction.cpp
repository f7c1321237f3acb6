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
            progress.checkpoint();
            const cv::Size input = networkInputSize(lightness.size(), size);
            const cv::Mat scene = resampledLightness(lightness, input);
            std::vector<float> luminance(std::size_t(input.area()));
            cv::Mat(input, CV_32F, luminance.data()) = scene * 0.01;
            const Result<PredictedChroma> predicted = predictor->run(
                luminance, input.height, input.width, {settings.temperature}, progress);
            if (predicted) {
                Result<ChromaMap> map = checkedMap(*predicted);
                if (map) {
                    map->networkSize = std::min(input.width, input.height);
                    map->device = predictor->device;
                    map->notices = notices;
                }
                return map;
            }
            last = predicted.error();
            if (last.code != ErrorCode::OutOfMemory)
                return tl::make_unexpected(last);
            notices.push_back(text("Not enough memory on %1 at %2 pixels; tried less.",
                                   {predictor->device, std::to_string(size)}));
        }
    }
    return tl::make_unexpected(last);
}

} // namespace autochrome
