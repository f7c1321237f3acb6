#pragma once

#include "core/photo/formats/format_reader.h"

#include <array>
#include <cstdint>
#include <vector>

namespace autochrome::inline photo {

/// What stands before the pixels of a Windows bitmap, of whatever version, and how its pixels are
/// laid out by it.
struct BmpHeader
{
    enum Compression : std::uint32_t { Plain = 0, Rle8 = 1, Rle4 = 2, Masks = 3, AlphaMasks = 6 };

    /// One channel of a pixel of 16 or 32 bits.
    struct Channel
    {
        std::uint32_t mask = 0; ///< 0: the pixels have no such channel
        int shift = 0;
        std::uint32_t full = 0;

        explicit Channel(std::uint32_t bits = 0);
        std::uint8_t of(std::uint32_t pixel) const
        {
            const std::uint64_t value = (pixel & mask) >> shift;
            return full ? std::uint8_t((value * 255 + full / 2) / full) : std::uint8_t(0);
        }
    };

    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool topDown = false;
    int bits = 0; ///< of a pixel
    std::uint32_t compression = Plain;
    std::uint64_t pixelOffset = 0;
    std::uint64_t codeBytes = 0;                      ///< of run lengths
    std::array<Channel, 4> channels;                  ///< red, green, blue, alpha
    std::vector<std::array<std::uint8_t, 3>> palette; ///< of 256 entries; empty: no palette
    bool greyPalette = false;
    Resolution resolution;
    std::uint64_t profileOffset = 0;
    std::uint32_t profileSize = 0; ///< 0: no profile is in the file

    int outputChannels() const
    {
        return bits <= 8 ? (greyPalette ? 1 : 3) : channels[3].mask ? 4 : 3;
    }
    bool runs() const { return compression == Rle8 || compression == Rle4; }
    /// Of a row in the file, padding included.
    std::uint64_t rowBytes() const { return (std::uint64_t(width) * unsigned(bits) + 31) / 32 * 4; }
    /// Of all pixels in the file; run lengths tell it themselves, as far as they do.
    std::uint64_t storedBytes() const { return runs() ? codeBytes : rowBytes() * height; }
};

/// The little-endian number in some bytes, four at most.
std::uint32_t bmpNumber(const std::uint8_t* from, int bytes);

/// Reads the headers, the masks and the palette. Throws ReadFailure for what is damaged, and for
/// kinds of BMP that cannot be read.
BmpHeader bmpHeaderOf(ReadContext& context);

} // namespace autochrome::inline photo
