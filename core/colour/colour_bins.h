#pragma once

#include <array>
#include <vector>

namespace autochrome::inline colour {

/// The quantised colours of the a*b* plane that the network's distribution head speaks about:
/// centres on a grid of `spacing` CIE units whose cell holds at least one sRGB colour.
/// After Zhang, Isola, Efros: Colorful Image Colorization (2016), section 2.1.
struct ColourBins
{
    float spacing = 10;                        ///< CIE a*b* units between neighbouring centres
    std::vector<std::array<float, 2>> centres; ///< (a*, b*) of each bin, a* major, both ascending

    int count() const { return int(centres.size()); }

    /// Index of the bin whose centre is nearest to (a, b) in CIE units; colours outside the gamut
    /// get the nearest bin that exists.
    int nearest(float a, float b) const;

    /// The bins of the sRGB gamut under D65, found by sampling the sRGB cube. The same on every
    /// machine; built once.
    static const ColourBins& srgb();
};

/// A bin and how much of a colour belongs to it.
struct BinWeight
{
    int bin = 0;
    float weight = 0; ///< in [0, 1]; the weights of one colour add up to 1
};

/// Number of neighbours that share a colour in the soft encoding.
inline constexpr int softNeighbours = 5;

/// Soft encoding of a colour: its five nearest bins, weighted by a Gaussian of their distance
/// (sigma in CIE units) and normalised. Zhang et al. 2016, section 2.1: sigma = 5.
std::array<BinWeight, softNeighbours> softEncode(const ColourBins& bins, float a, float b,
                                                 float sigma = 5);

} // namespace autochrome::inline colour
