#include "core/edit/tone/light_field.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr double windowOfShortSide = 1.0 / 16;
constexpr double detailStep = 0.1;     // of the photo's range of L*; smaller steps are detail
constexpr double softest = 0.8;        // of the detail, that is taken away at -1
constexpr double lightnessOffset = 16; // see unevenness()

cv::Mat meanAround(const cv::Mat& plane, int side)
{
    cv::Mat mean;
    cv::boxFilter(plane, mean, CV_32F, {side, side}, {-1, -1}, true, cv::BORDER_REFLECT);
    return mean;
}

} // namespace

LightField::LightField(const cv::Mat& lightness, const cv::Mat& unevenness,
                       const ToneSettings& settings)
    : lightness_(lightness),
      factor_(lightness.size(), CV_32F, cv::Scalar(1)),
      summand_(cv::Mat::zeros(lightness.size(), CV_32F))
{
    if (settings.evening > 0 && !unevenness.empty())
        even(unevenness, settings.evening);
    if (settings.localContrast != 0)
        sharpenLargely(settings.localContrast);
    planes_ = {factor_, summand_, factor_, summand_};
}

cv::Mat LightField::applied() const
{
    const cv::Mat made = lightness_.mul(factor_) + summand_;
    return cv::min(cv::max(made, 0.0), 100.0);
}

void LightField::even(const cv::Mat& unevenness, double share)
{
    cv::Mat surface;
    cv::resize(unevenness, surface, lightness_.size(), 0, 0, cv::INTER_LINEAR);
    cv::exp(surface * -share, factor_);
    summand_ = (factor_ - 1.0) * lightnessOffset;
}

void LightField::sharpenLargely(double amount)
{
    const double strength = amount > 0 ? amount : softest * amount;
    const cv::Mat evened = applied();
    double low = 0, high = 0;
    cv::minMaxLoc(evened, &low, &high);
    const double threshold = detailStep * std::max(1.0, high - low);
    const int side =
        2 * std::max(1, int(std::min(evened.rows, evened.cols) * windowOfShortSide)) + 1;
    const cv::Mat mean = meanAround(evened, side);
    const cv::Mat variance = meanAround(evened.mul(evened), side) - mean.mul(mean);
    cv::Mat slope;
    cv::divide(variance, variance + threshold * threshold, slope);
    slope = cv::max(slope, 0.0);
    const cv::Mat base = mean - slope.mul(mean);
    // The filter says slope L* + base; the distance from it is (1 - slope) L* - base.
    const cv::Mat more = (1.0 - meanAround(slope, side)) * strength + 1.0;
    summand_ = more.mul(summand_) - meanAround(base, side) * strength;
    factor_ = more.mul(factor_);
}

} // namespace autochrome::inline edit
