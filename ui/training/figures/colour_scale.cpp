#include "ui/training/figures/colour_scale.h"

#include "core/colour/colour_bins.h"
#include "ui/training/figures/colour_statistics.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace autochrome {

namespace {

constexpr int mostDecades = 7;
constexpr int weightDecades = 3; // of weights, to each side of 1
constexpr double slack = 1e-6;   // of a decade: 0.1 is a whole one in spite of rounding

/// Every 32nd colour of "viridis" by Nathaniel Smith and Stéfan van der Walt (CC0).
constexpr std::array<QRgb, 9> viridis = {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c,
                                         0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};

struct Extent
{
    double smallest = std::numeric_limits<double>::max();
    double largest = 0;

    void add(double value)
    {
        if (value > 0) {
            smallest = std::min(smallest, value);
            largest = std::max(largest, value);
        }
    }

    bool isEmpty() const { return largest <= 0; }
    int low() const { return int(std::floor(std::log10(smallest) + slack)); }
    int high() const { return int(std::ceil(std::log10(largest) - slack)); }
};

} // namespace

ColourScale::ColourScale(double smallest, double largest, int low, int high)
    : low_(low),
      high_(high),
      cutBelow_(std::log10(smallest) < low - slack),
      cutAbove_(std::log10(largest) > high + slack)
{
}

ColourScale ColourScale::ofProbabilities(const ColourStatistics& statistics)
{
    Extent extent;
    for (int bin = 0; bin < ColourBins::srgb().count(); ++bin)
        extent.add(statistics.probability(bin));
    if (extent.isEmpty())
        return {1e-6, 1, -6, 0};
    const int high = extent.high();
    const int low = std::clamp(extent.low(), high - mostDecades, high - 1);
    return {extent.smallest, extent.largest, low, high};
}

ColourScale ColourScale::ofWeights(const ColourStatistics& statistics)
{
    Extent extent;
    for (int bin = 0; bin < ColourBins::srgb().count(); ++bin)
        extent.add(statistics.weight(bin));
    return {extent.smallest, extent.largest, std::clamp(extent.low(), -weightDecades, -1),
            std::clamp(extent.high(), 1, weightDecades)};
}

double ColourScale::position(double value) const
{
    if (!(value > 0))
        return 0;
    return std::clamp((std::log10(value) - low_) / (high_ - low_), 0.0, 1.0);
}

QString ColourScale::label(double value, bool exponents) const
{
    const double exponent = std::log10(value);
    QString number = exponents ? numberText(std::round(exponent), 3) : numberText(value, 3);
    if (cutBelow_ && exponent < low_ + slack)
        return QStringLiteral("≤ %1").arg(number);
    if (cutAbove_ && exponent > high_ - slack)
        return QStringLiteral("≥ %1").arg(number);
    return number;
}

std::vector<ColourScale::Tick> ColourScale::ticks(bool exponents) const
{
    std::vector<Tick> ticks;
    // A short scale has room for the numbers between its decades.
    const bool between = !exponents && high_ - low_ <= 3;
    for (int decade = low_; decade <= high_; ++decade) {
        for (int factor : {1, 2, 5}) {
            const double value = factor * std::pow(10.0, decade);
            if (factor == 1 || (between && decade < high_))
                ticks.push_back({position(value), label(value, exponents)});
        }
    }
    return ticks;
}

QColor ColourScale::colourAt(double position)
{
    const double place = std::clamp(position, 0.0, 1.0) * (viridis.size() - 1);
    const auto below = std::min(std::size_t(place), viridis.size() - 2);
    const double share = place - double(below);
    const QColor from(viridis[below]);
    const QColor to(viridis[below + 1]);
    const auto mix = [share](int a, int b) { return int(std::lround(a + share * (b - a))); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

QString numberText(double value, int significantDigits)
{
    // Large numbers in full, not as a power of ten.
    const bool large =
        std::abs(value) >= std::pow(10.0, significantDigits) && std::abs(value) < 1e9;
    return QLocale()
        .toString(value, large ? 'f' : 'g', large ? 0 : significantDigits)
        .replace(u'-', QChar(0x2212));
}

} // namespace autochrome
