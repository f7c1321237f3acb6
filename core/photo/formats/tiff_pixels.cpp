#include "core/photo/formats/tiff_pixels.h"

#include <algorithm>
#include <stdexcept>

namespace autochrome::inline photo {
namespace {

/// A row of the target from pixel `first` on, as far as it goes and no further.
std::span<std::uint8_t> bytesOfRow(cv::Mat& rows, int row, std::size_t first = 0)
{
    const std::size_t pixel = rows.elemSize();
    const auto width = std::size_t(rows.cols);
    if (row >= rows.rows || first > width)
        throw std::out_of_range("a row beyond the picture");
    return {rows.ptr(row) + first * pixel, (width - first) * pixel};
}

/// Decodes the rows [y, y + count) of one plane, which are a strip.
void readStrip(const TiffFile& file, const TiffLayout& layout, int y, int count, std::size_t plane,
               std::span<std::uint8_t> to)
{
    if (to.size() != layout.partRow * std::size_t(count))
        throw std::length_error("rows of another length than the file's");
    // A codec may leave rows unfilled, and what memory held before is no picture.
    std::ranges::fill(to, std::uint8_t(0));
    const auto sample = std::uint16_t(plane);
    if (count == int(layout.partHeight)) {
        file.readPart(TIFFComputeStrip(file.get(), std::uint32_t(y), sample), to);
        return;
    }
    // Some writers fill the last strip with rows below the picture. Asked for all rows that there
    // are, libtiff's deflate by libdeflate (4.5) then leaves out the end; row by row it does not.
    for (int row = 0; row < count; ++row) {
        const auto part = to.subspan(layout.partRow * std::size_t(row), layout.partRow);
        if (TIFFReadScanline(file.get(), part.data(), std::uint32_t(y + row), sample) < 0 ||
            file.truncated())
            file.failDecoding();
    }
}

/// Strips whose rows are the photo's rows go straight into place.
void readDirectStrips(ReadContext& context, const TiffFile& file, const TiffLayout& layout,
                      PixelTarget& target)
{
    const int height = int(layout.height);
    const int step = int(layout.partHeight);
    for (int y = 0; y < height; y += step) {
        const int count = std::min(step, height - y);
        cv::Mat rows = target.rows(y, count);
        if (!rows.isContinuous())
            throw std::length_error("rows with gaps");
        readStrip(file, layout, y, count, 0, {rows.data, rows.total() * rows.elemSize()});
        target.done(y, count);
        context.reportRows(y + count, height);
    }
}

void readScanlines(ReadContext& context, const TiffFile& file, const TiffLayout& layout,
                   PixelTarget& target, TiffRowConverter& converter)
{
    // The length of a row is libtiff's own: see settleParts().
    std::vector<std::uint8_t> raw(layout.partRow);
    const int height = int(layout.height);
    for (int y = 0; y < height; ++y) {
        if (TIFFReadScanline(file.get(), raw.data(), std::uint32_t(y), 0) < 0 || file.truncated())
            file.failDecoding();
        cv::Mat row = target.rows(y, 1);
        converter.convert(raw, row.cols, bytesOfRow(row, 0));
        target.done(y, 1);
        if (y % 64 == 0)
            context.reportRows(y, height);
    }
}

template <class T>
void spread(std::span<const std::uint8_t> plane, std::size_t perPixel, std::size_t index,
            std::span<std::uint8_t> pixels)
{
    const std::size_t width = plane.size() / sizeof(T);
    if (index >= perPixel || pixels.size() < width * perPixel * sizeof(T))
        throw std::length_error("a plane longer than its pixels");
    const auto* from = reinterpret_cast<const T*>(plane.data());
    auto* to = reinterpret_cast<T*>(pixels.data()) + index;
    for (std::size_t x = 0; x < width; ++x)
        to[x * perPixel] = from[x];
}

/// Copies the rows of one plane's strip or tile (8 or 16 bits) into their place among interleaved
/// ones.
void interleave(const TiffLayout& layout, std::span<const std::uint8_t> plane, int rows,
                std::size_t index, std::span<std::uint8_t> band)
{
    const std::size_t wide = layout.interleavedRow();
    for (std::size_t row = 0; row < std::size_t(rows); ++row) {
        const auto from = plane.subspan(row * layout.partRow, layout.partRow);
        const auto to = band.subspan(row * wide, wide);
        if (layout.samples.bits == 16)
            spread<std::uint16_t>(from, layout.planes(), index, to);
        else
            spread<std::uint8_t>(from, layout.planes(), index, to);
    }
}

/// Planes in strips. Bands of rows are put together from each plane's strip, so that neither the
/// planes nor a second picture must be kept.
void readSeparateStrips(ReadContext& context, const TiffFile& file, const TiffLayout& layout,
                        PixelTarget& target, TiffRowConverter& converter)
{
    const int height = int(layout.height);
    const int step = int(layout.partHeight);
    std::vector<std::uint8_t> plane(layout.partRow * std::size_t(step));
    std::vector<std::uint8_t> band(layout.interleavedRow() * std::size_t(step));
    for (int y = 0; y < height;) {
        const int count = std::min(step, height - y);
        for (std::size_t s = 0; s < layout.planes(); ++s) {
            const std::span<std::uint8_t> part(plane.data(), layout.partRow * std::size_t(count));
            readStrip(file, layout, y, count, s, part);
            interleave(layout, part, count, s, band);
        }
        cv::Mat rows = target.rows(y, count);
        for (int row = 0; row < count; ++row)
            converter.convert(std::span(band).subspan(layout.interleavedRow() * std::size_t(row),
                                                      layout.interleavedRow()),
                              rows.cols, bytesOfRow(rows, row));
        target.done(y, count);
        y += count;
        context.reportRows(y, height);
    }
}

void readTiles(ReadContext& context, const TiffFile& file, const TiffLayout& layout,
               PixelTarget& target, TiffRowConverter& converter)
{
    TIFF* tiff = file.get();
    const std::size_t tileBytes = layout.partRow * layout.partHeight;
    std::vector<std::uint8_t> tile(tileBytes);
    std::vector<std::uint8_t> band(layout.separate ? tileBytes * layout.planes() : 0);
    for (std::uint32_t y = 0; y < layout.height;) {
        const auto count = int(std::min(layout.partHeight, layout.height - y));
        cv::Mat rows = target.rows(int(y), count);
        for (std::uint32_t x = 0; x < layout.width;) {
            const std::uint32_t columns = std::min(layout.partWidth, layout.width - x);
            for (std::size_t s = 0; s < layout.planes(); ++s) {
                file.readPart(TIFFComputeTile(tiff, x, y, 0, std::uint16_t(s)), tile);
                if (layout.separate)
                    interleave(layout, tile, count, s, band);
            }
            const std::span<const std::uint8_t> from = layout.separate ? band : tile;
            for (int row = 0; row < count; ++row)
                converter.convert(from.subspan(layout.interleavedRow() * std::size_t(row),
                                               layout.interleavedRow()),
                                  int(columns), bytesOfRow(rows, row, x));
            x += columns;
        }
        target.done(int(y), count);
        y += std::uint32_t(count);
        context.reportRows(int(y), int(layout.height));
    }
}

void readThroughRgba(const TiffFile& file, const TiffLayout& layout, PixelTarget& target)
{
    std::vector<std::uint32_t> raster(std::size_t(layout.width) * layout.height);
    // Asked for in the file's own orientation, the rows come as they are stored.
    const int stored = file.value(TIFFTAG_ORIENTATION);
    if (!TIFFReadRGBAImageOriented(file.get(), layout.width, layout.height, raster.data(), stored,
                                   1))
        file.failDecoding();
    const bool grey = layout.samples.kind == TiffSamples::Kind::Grey;
    for (int y = 0; y < int(layout.height); ++y) {
        cv::Mat row = target.rows(y, 1);
        const auto from = std::span(raster).subspan(std::size_t(y) * layout.width, layout.width);
        const std::span<std::uint8_t> to = bytesOfRow(row, 0);
        const std::size_t channels = grey ? 1 : 3;
        if (to.size() != from.size() * channels)
            throw std::length_error("rows of another length than the file's");
        for (std::size_t x = 0; x < from.size(); ++x) {
            to[x * channels] = std::uint8_t(TIFFGetR(from[x]));
            if (!grey) {
                to[x * channels + 1] = std::uint8_t(TIFFGetG(from[x]));
                to[x * channels + 2] = std::uint8_t(TIFFGetB(from[x]));
            }
        }
        target.done(y, 1);
    }
}

} // namespace

void readTiffPixels(ReadContext& context, const TiffFile& file, const TiffLayout& layout,
                    const std::vector<std::uint8_t>& icc, PixelTarget& target)
{
    if (layout.throughRgba) {
        readThroughRgba(file, layout, target);
        return;
    }
    if (layout.isDirect()) {
        readDirectStrips(context, file, layout, target);
        return;
    }
    TiffRowConverter converter(layout.samples, icc);
    if (layout.tiled)
        readTiles(context, file, layout, target, converter);
    else if (layout.separate)
        readSeparateStrips(context, file, layout, target, converter);
    else
        readScanlines(context, file, layout, target, converter);
}

} // namespace autochrome::inline photo
