#include "core/measure/metrics/metrics.h"

#include "core/colour/ciede2000.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace autochrome::inline measure {
namespace {

constexpr double peak = 255.0;
// A perfect photo would score infinity; capped, it can be averaged.
constexpr double bestPsnr = 100.0;

// What is a mean over the photos; the rest follows from these.
constexpr std::array means{&ColourMetrics::psnr,
                           &ColourMetrics::greyPsnr,
                           &ColourMetrics::abPsnr,
                           &ColourMetrics::abGain,
                           &ColourMetrics::ciede2000,
                           &ColourMetrics::colourfulness,
                           &ColourMetrics::confidentShare,
                           &ColourMetrics::greyCiede2000,
                           &ColourMetrics::trueColourfulness};

double psnrOf(double meanSquare)
{
    return meanSquare > 0 ? std::min(bestPsnr, 10.0 * std::log10(peak * peak / meanSquare))
                          : bestPsnr;
}

// Sums over the photos become means, and their ratios.
void finish(ColourMetrics& sums)
{
    for (const auto value : means)
        sums.*value /= double(sums.photos);
    sums.ciedeRatio = sums.greyCiede2000 > 0 ? sums.ciede2000 / sums.greyCiede2000 : 1;
    sums.colourfulnessRatio =
        sums.trueColourfulness > 0 ? sums.colourfulness / sums.trueColourfulness : 0;
}

std::array<float, 3> toRgb255(const Lab& lab)
{
    const LinearRgb linear = toLinearRgb(lab);
    const auto encode = [](float channel) {
        return 255.0f * linearToSrgb(std::clamp(channel, 0.0f, 1.0f));
    };
    return {encode(linear.r), encode(linear.g), encode(linear.b)};
}

} // namespace

double colourfulness(std::span<const float> rgb)
{
    const std::size_t pixels = rgb.size() / 3;
    double rg = 0;
    double yb = 0;
    double rg2 = 0;
    double yb2 = 0;
    for (std::size_t i = 0; i < pixels; ++i) {
        const double r = rgb[3 * i];
        const double g = rgb[3 * i + 1];
        const double b = rgb[3 * i + 2];
        rg += r - g;
        yb += (r + g) / 2 - b;
        rg2 += (r - g) * (r - g);
        yb2 += ((r + g) / 2 - b) * ((r + g) / 2 - b);
    }
    const double n = double(std::max<std::size_t>(1, pixels));
    const double variance = (rg2 + yb2) / n - (rg / n) * (rg / n) - (yb / n) * (yb / n);
    return std::sqrt(std::max(0.0, variance)) +
           0.3 * std::sqrt((rg / n) * (rg / n) + (yb / n) * (yb / n));
}

ColourMetrics meanMetrics(std::span<const ColourMetrics> parts)
{
    ColourMetrics all;
    for (const ColourMetrics& part : parts) {
        all.photos += part.photos;
        for (const auto value : means)
            all.*value += part.*value * double(part.photos);
    }
    if (all.photos > 0)
        finish(all);
    return all;
}

void MetricsCollector::add(std::span<const float> lightness, std::span<const float> truth,
                           std::span<const float> predicted, std::span<const float> confidence)
{
    const std::size_t pixels = lightness.size();
    std::vector<float> trueRgb;
    std::vector<float> rgb;
    trueRgb.reserve(3 * pixels);
    rgb.reserve(3 * pixels);
    double rgbSquares = 0;
    double greySquares = 0;
    double abSquares = 0;
    double abGreySquares = 0;
    double ciede = 0;
    double greyCiede = 0;
    for (std::size_t i = 0; i < pixels; ++i) {
        const Lab real{lightness[i], truth[i], truth[pixels + i]};
        const Lab guess{lightness[i], predicted[i], predicted[pixels + i]};
        const Lab grey{lightness[i], 0, 0};
        abSquares += std::pow(guess.a - real.a, 2) + std::pow(guess.b - real.b, 2);
        abGreySquares += double(real.a) * real.a + double(real.b) * real.b;
        const auto realRgb = toRgb255(real);
        const auto guessRgb = toRgb255(guess);
        const auto greyRgb = toRgb255(grey);
        for (int c = 0; c < 3; ++c) {
            rgbSquares += std::pow(guessRgb[c] - realRgb[c], 2);
            greySquares += std::pow(greyRgb[c] - realRgb[c], 2);
        }
        trueRgb.insert(trueRgb.end(), realRgb.begin(), realRgb.end());
        rgb.insert(rgb.end(), guessRgb.begin(), guessRgb.end());
        ciede += autochrome::ciede2000(real, guess);
        greyCiede += autochrome::ciede2000(real, grey);
    }
    const double n = double(std::max<std::size_t>(1, pixels));
    const double abPsnr = psnrOf(abSquares / n / 2);
    ++sum_.photos;
    sum_.psnr += psnrOf(rgbSquares / n / 3);
    sum_.greyPsnr += psnrOf(greySquares / n / 3);
    sum_.abPsnr += abPsnr;
    sum_.abGain += abPsnr - psnrOf(abGreySquares / n / 2);
    sum_.ciede2000 += ciede / n;
    sum_.greyCiede2000 += greyCiede / n;
    sum_.colourfulness += colourfulness(rgb);
    sum_.trueColourfulness += colourfulness(trueRgb);
    if (!confidence.empty())
        sum_.confidentShare += double(std::count_if(confidence.begin(), confidence.end(),
                                                    [](float c) { return c >= confidentFrom; })) /
                               double(confidence.size());
}

ColourMetrics MetricsCollector::result() const
{
    ColourMetrics mean = sum_;
    if (sum_.photos == 0)
        return mean;
    finish(mean);
    return mean;
}

} // namespace autochrome::inline measure
