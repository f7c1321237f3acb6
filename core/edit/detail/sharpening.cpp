#include "core/edit/detail/sharpening.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr double radius = 1.2;     // standard deviation of the mask, pixels
constexpr float full = 2.5F;       // times the mask, at an amount of 1
constexpr float overshoot = 0.1F;  // of the range around
constexpr float weakest = 2.0F;    // times the deviation of the grain: half of it is left alone
constexpr float leastGrain = 0.3F; // variance: what rounding to 8 bits makes, and a little more

} // namespace

void Sharpening::apply(cv::Mat& plane) const
{
    if (amount == 0)
        return;
    cv::Mat soft, highest, lowest, power;
    cv::GaussianBlur(plane, soft, {}, radius, radius, cv::BORDER_REFLECT_101);
    const cv::Mat mask = plane - soft;
    cv::sqrBoxFilter(mask, power, CV_32F, {5, 5}, {-1, -1}, true, cv::BORDER_REFLECT_101);
    const cv::Mat window = cv::Mat::ones(5, 5, CV_8U);
    cv::dilate(plane, highest, window);
    cv::erode(plane, lowest, window);
    const float noise = weakest * weakest * std::max(variance, leastGrain);
    const auto strength = float(amount) * full;
    for (int y = 0; y < plane.rows; ++y) {
        auto* value = plane.ptr<float>(y);
        const auto* edge = mask.ptr<float>(y);
        const auto* strong = power.ptr<float>(y);
        const auto* high = highest.ptr<float>(y);
        const auto* low = lowest.ptr<float>(y);
        for (int x = 0; x < plane.cols; ++x) {
            const float beyond = overshoot * (high[x] - low[x]);
            const float squared = strong[x] * strong[x];
            const float gain = strength * squared / (squared + noise * noise);
            value[x] = std::clamp(value[x] + gain * edge[x], low[x] - beyond, high[x] + beyond);
        }
    }
}

} // namespace autochrome::inline edit
