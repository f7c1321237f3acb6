#include "core/colour/colour_bins.h"

#include "core/colour/lab.h"

#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace autochrome::inline colour {
namespace {

float squaredDistance(const std::array<float, 2>& centre, float a, float b)
{
    const float da = centre[0] - a;
    const float db = centre[1] - b;
    return da * da + db * db;
}

ColourBins binsOfSrgb()
{
    ColourBins bins;
    std::array<float, 256> linear{};
    for (int code = 0; code < 256; ++code)
        linear[code] = srgbToLinear(float(code) / 255.0f);

    // The gamut is a solid: along L* every a*b* in it reaches its surface, so the six faces of the
    // RGB cube cover the same cells as its 16.7 million colours.
    std::set<std::pair<int, int>> cells; // (a, b) in units of spacing: a major, ascending
    for (int face = 0; face < 6; ++face) {
        const float fixed = face % 2 ? 1.0f : 0.0f;
        for (float u : linear) {
            for (float v : linear) {
                LinearRgb rgb{u, v, fixed};
                if (face / 2 == 1)
                    rgb = {u, fixed, v};
                else if (face / 2 == 2)
                    rgb = {fixed, u, v};
                const Lab lab = toLab(rgb);
                cells.emplace(int(std::lround(lab.a / bins.spacing)),
                              int(std::lround(lab.b / bins.spacing)));
            }
        }
    }
    for (const auto& [a, b] : cells)
        bins.centres.push_back({float(a) * bins.spacing, float(b) * bins.spacing});
    return bins;
}

} // namespace

int ColourBins::nearest(float a, float b) const
{
    int best = 0;
    float bestDistance = squaredDistance(centres[0], a, b);
    for (int bin = 1; bin < count(); ++bin) {
        const float distance = squaredDistance(centres[bin], a, b);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = bin;
        }
    }
    return best;
}

const ColourBins& ColourBins::srgb()
{
    static const ColourBins bins = binsOfSrgb();
    return bins;
}

std::array<BinWeight, softNeighbours> softEncode(const ColourBins& bins, float a, float b,
                                                 float sigma)
{
    // An insertion list of five: the nearest first, ties to the lower index.
    std::array<std::pair<float, int>, softNeighbours> nearest;
    nearest.fill({std::numeric_limits<float>::max(), 0});
    for (int bin = 0; bin < bins.count(); ++bin) {
        const float distance = squaredDistance(bins.centres[bin], a, b);
        if (distance >= nearest.back().first)
            continue;
        auto slot = nearest.end() - 1;
        for (; slot != nearest.begin() && distance < (slot - 1)->first; --slot)
            *slot = *(slot - 1);
        *slot = {distance, bin};
    }

    std::array<BinWeight, softNeighbours> encoded{};
    float sum = 0;
    for (int i = 0; i < softNeighbours; ++i) {
        // Relative to the nearest: far outside the gamut the plain Gaussian would underflow to 0/0.
        const float excess = nearest[i].first - nearest[0].first;
        encoded[i] = {nearest[i].second, std::exp(-excess / (2 * sigma * sigma))};
        sum += encoded[i].weight;
    }
    for (BinWeight& part : encoded)
        part.weight /= sum;
    return encoded;
}

} // namespace autochrome::inline colour
