#include "core/colour/colour_kind.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace autochrome::inline colour {
namespace {

// Mean chroma below which nobody sees a tint.
constexpr double leastChroma = 2.0;
// Spread of a* and b* among pixels of one lightness. A toned print's colour follows from its
// lightness, up to stains and uneven fading: old scans reach 3.3, and 97 of 100 colour photos are
// above this (measured on 14 historic scans, 290 photos of the validation set and BSDS500's tests).
constexpr double mostSpreadOfTone = 3.5;
// Spread of all a* and b* beyond which no toning bath goes, whatever it follows from.
constexpr double mostSpread = 14;
constexpr int bins = 16; // of L*

struct Bin
{
    double count = 0;
    double a = 0;
    double b = 0;
    double squares = 0;

    // Sum of squared distances from the bin's mean colour.
    double scatter() const { return count > 0 ? squares - (a * a + b * b) / count : 0; }
};

} // namespace

ColourKind colourKindOf(std::span<const Lab> colours)
{
    std::array<Bin, bins> byLightness{};
    double chroma = 0;
    for (const Lab& colour : colours) {
        const double square = double(colour.a) * colour.a + double(colour.b) * colour.b;
        chroma += std::sqrt(square);
        Bin& bin = byLightness[std::size_t(std::clamp(int(colour.L * bins / 100), 0, bins - 1))];
        bin.count += 1;
        bin.a += colour.a;
        bin.b += colour.b;
        bin.squares += square;
    }
    const auto count = double(std::max<std::size_t>(1, colours.size()));
    const auto spread = [count](double scatter) {
        return std::sqrt(std::max(0.0, scatter / count));
    };
    Bin all;
    double scatter = 0;
    for (const Bin& bin : byLightness) {
        scatter += bin.scatter();
        all.count += bin.count;
        all.a += bin.a;
        all.b += bin.b;
        all.squares += bin.squares;
    }
    if (spread(scatter) >= mostSpreadOfTone || spread(all.scatter()) >= mostSpread)
        return ColourKind::Coloured;
    return chroma / count < leastChroma ? ColourKind::Grey : ColourKind::Toned;
}

} // namespace autochrome::inline colour
