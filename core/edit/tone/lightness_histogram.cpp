#include "core/edit/tone/lightness_histogram.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr double mostSampled = 2e5;
constexpr float clippedWithin = 0.05f; // L*; a step of 8 bits is more
constexpr double oneOf = 0.001;

// Every so-manieth pixel of every so-manieth row.
cv::Mat sampleOf(const cv::Mat& pixels)
{
    const double step = std::sqrt(std::max(1.0, double(pixels.total()) / mostSampled));
    const auto fewer = [step](int count) { return std::max(1, int(std::lround(count / step))); };
    cv::Mat sample;
    cv::resize(pixels, sample, {fewer(pixels.cols), fewer(pixels.rows)}, 0, 0, cv::INTER_NEAREST);
    return sample;
}

} // namespace

LightnessHistogram LightnessHistogram::of(const cv::Mat& pixels, const ColourSpace& space)
{
    cv::Mat lightness;
    space.luminance(sampleOf(pixels), lightness);
    std::array<std::size_t, 100> counts{};
    std::size_t black = 0, white = 0;
    for (int y = 0; y < lightness.rows; ++y)
        for (int x = 0; x < lightness.cols; ++x) {
            const float L = lightness.at<float>(y, x);
            ++counts[std::size_t(std::clamp(int(L), 0, 99))];
            black += L < clippedWithin;
            white += L > 100 - clippedWithin;
        }
    const auto whole = double(lightness.total());
    LightnessHistogram histogram;
    histogram.clippedBlack = double(black) / whole;
    histogram.clippedWhite = double(white) / whole;
    double below = 0;
    histogram.lightest = 100;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        histogram.shares[bin] = double(counts[bin]) / whole;
        if (below <= oneOf)
            histogram.darkest = int(bin);
        below += histogram.shares[bin];
        if (below < 1 - oneOf)
            histogram.lightest = int(bin) + 2;
    }
    histogram.lightest = std::min(histogram.lightest, 100);
    return histogram;
}

ToneFigures ToneFigures::of(const Prepared& prepared)
{
    ToneFigures figures;
    figures.after = LightnessHistogram::of(prepared.photo->pixels, prepared.space);
    figures.before = prepared.untoned == prepared.photo
                         ? figures.after
                         : LightnessHistogram::of(prepared.untoned->pixels, prepared.space);
    return figures;
}

} // namespace autochrome::inline edit
