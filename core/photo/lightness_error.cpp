#include "core/photo/lightness_error.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline photo {
namespace {

/// Per unit of L*: fine enough for the half of what is promised of 16 bits to be told apart.
constexpr double binsPerUnit = 1000;
/// Linear sRGB that is not clipped goes a little beyond 0 and 100.
constexpr std::size_t bins = 110 * std::size_t(binsPerUnit);

} // namespace

double promisedLightness(int bitDepth)
{
    return bitDepth == 16 ? 0.02 : 0.5;
}

void LightnessMeter::add(const cv::Mat& meant, const cv::Mat& found, const cv::Mat& visible)
{
    CV_Assert(meant.type() == CV_32F && found.type() == CV_32F && meant.size() == found.size());
    counts_.resize(bins);
    for (int y = 0; y < meant.rows; ++y) {
        const float* a = meant.ptr<float>(y);
        const float* b = found.ptr<float>(y);
        const std::uint8_t* counts = visible.empty() ? nullptr : visible.ptr(y);
        for (int x = 0; x < meant.cols; ++x) {
            if (counts && counts[x] == 0)
                continue;
            const double difference = std::abs(double(a[x]) - b[x]);
            greatest_ = std::max(greatest_, difference);
            sum_ += difference;
            ++count_;
            ++counts_[std::min(std::size_t(difference * binsPerUnit), bins - 1)];
        }
    }
}

LightnessError LightnessMeter::result() const
{
    LightnessError error;
    if (count_ == 0)
        return error;
    error.greatest = greatest_;
    error.mean = sum_ / double(count_);
    const std::uint64_t beyond = count_ / 1000; // as many may be further off
    std::uint64_t left = count_;
    for (std::size_t bin = 0; bin < bins && left > beyond; ++bin) {
        left -= counts_[bin];
        error.most = std::min(greatest_, double(bin + 1) / binsPerUnit);
    }
    return error;
}

} // namespace autochrome::inline photo
