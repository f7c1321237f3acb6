#pragma once

#include "core/photo/formats/tiff_file.h"
#include "core/photo/formats/tiff_samples.h"

namespace autochrome::inline photo {

/// What the tags of a TIFF's page say about its rows. This is decided here once, before anything is
/// read: what fills a row, what stands in it and how long it is in the file and in the photo.
struct TiffLayout
{
    TiffSamples samples;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool separate = false;    ///< one plane after the other
    bool tiled = false;       ///< in tiles, else in strips
    bool throughRgba = false; ///< only libtiff's RGBA interface unpacks it; samples then say what
                              ///< of that is the photo
    std::uint32_t partWidth = 0;  ///< of a strip or tile, the last of which may be smaller
    std::uint32_t partHeight = 0; ///< likewise
    std::size_t partRow = 0;      ///< bytes of a row in a strip or tile, of one plane if `separate`

    std::size_t planes() const { return separate ? std::size_t(samples.perPixel) : 1; }

    /// Bytes of a row of a part once its planes are interleaved.
    std::size_t interleavedRow() const { return partRow * planes(); }

    /// Whether strips can be read straight into the photo.
    bool isDirect() const { return !tiled && !separate && samples.isDirect(); }

    /// How many rows of the photo are asked for at once.
    int rowsAtOnce() const;

    /// Bytes of memory that reading takes beside the photo.
    std::uint64_t workBytes() const;
};

/// Reads the current page's tags. Throws ReadFailure for what cannot be read, and for tags that
/// contradict one another: rows are as long as libtiff says, or nothing is read.
TiffLayout tiffLayoutOf(ReadContext& context, const TiffFile& file);

} // namespace autochrome::inline photo
