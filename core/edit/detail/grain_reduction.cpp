#include "core/edit/detail/grain_reduction.h"

#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

// The B3 spline with its taps 2^scale pixels apart.
cv::Mat smoothed(const cv::Mat& plane, int scale, int border)
{
    const int step = 1 << scale;
    cv::Mat kernel = cv::Mat::zeros(1, 4 * step + 1, CV_32F);
    constexpr float taps[] = {1 / 16.0F, 4 / 16.0F, 6 / 16.0F, 4 / 16.0F, 1 / 16.0F};
    for (int i = 0; i < 5; ++i)
        kernel.at<float>(i * step) = taps[i];
    cv::Mat result;
    cv::sepFilter2D(plane, result, CV_32F, kernel, kernel, {-1, -1}, 0, border);
    return result;
}

cv::Mat powerAround(const cv::Mat& coefficients, int side)
{
    cv::Mat power;
    cv::sqrBoxFilter(coefficients, power, CV_32F, {side, side}, {-1, -1}, true,
                     cv::BORDER_REFLECT_101);
    return power;
}

} // namespace

GrainReduction::GrainReduction(const Grain& grain, double share)
    : grain_(grain), share_(float(share))
{
    if (isIdentity())
        return;
    cv::Mat rest(Grain::side, Grain::side, CV_32F);
    for (int y = 0; y < rest.rows; ++y)
        for (int x = 0; x < rest.cols; ++x)
            rest.at<float>(y, x) = grain_.at(x, y);
    for (int scale = 0; scale < scales; ++scale) {
        cv::Mat coarser = smoothed(rest, scale, cv::BORDER_REFLECT_101);
        const cv::Mat coefficients = rest - coarser;
        power_[std::size_t(scale)] = float(coefficients.dot(coefficients) / double(rest.total()));
        rest = coarser;
    }
}

void GrainReduction::apply(cv::Mat& plane) const
{
    if (isIdentity())
        return;
    cv::Mat rest = plane;
    cv::Mat removed = cv::Mat::zeros(plane.size(), CV_32F);
    cv::Mat variance; // of the grain, by what is seen without most of it
    for (int scale = 0; scale < scales; ++scale) {
        const cv::Mat coarser = smoothed(rest, scale, cv::BORDER_REFLECT_101);
        if (variance.empty()) {
            variance.create(plane.size(), CV_32F);
            for (int y = 0; y < plane.rows; ++y) {
                const auto* brightness = coarser.ptr<float>(y);
                auto* out = variance.ptr<float>(y);
                for (int x = 0; x < plane.cols; ++x)
                    out[x] = grain_.variance(brightness[x]);
            }
        }
        const cv::Mat coefficients = rest - coarser;
        const cv::Mat power = powerAround(coefficients, 5);
        const float ofGrain = power_[std::size_t(scale)];
        cv::Mat first(plane.size(), CV_32F);
        for (int y = 0; y < plane.rows; ++y) {
            const auto* all = power.ptr<float>(y);
            const auto* grain = variance.ptr<float>(y);
            const auto* value = coefficients.ptr<float>(y);
            auto* out = first.ptr<float>(y);
            for (int x = 0; x < plane.cols; ++x) {
                const float share = 1 - ofGrain * grain[x] / (all[x] + 1e-6F);
                out[x] = share > 0 ? share * value[x] : 0;
            }
        }
        const cv::Mat left = powerAround(first, 3);
        for (int y = 0; y < plane.rows; ++y) {
            const auto* shown = left.ptr<float>(y);
            const auto* grain = variance.ptr<float>(y);
            const auto* value = coefficients.ptr<float>(y);
            auto* out = removed.ptr<float>(y);
            for (int x = 0; x < plane.cols; ++x) {
                const float noise = ofGrain * grain[x];
                out[x] += value[x] * noise / (shown[x] + noise + 1e-6F);
            }
        }
        rest = coarser;
    }
    plane -= share_ * removed;
}

} // namespace autochrome::inline edit
