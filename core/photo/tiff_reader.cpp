#include "core/base/text.h"
#include "core/photo/format_reader.h"
#include "core/photo/metadata_reader.h"
#include "core/photo/tiff_file.h"
#include "core/photo/tiff_samples.h"

#include <cstring>

namespace autochrome {
namespace {

struct Layout
{
    TiffSamples samples;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool separate = false; ///< planes one after the other
    bool tiled = false;
    bool throughRgba = false; ///< subsampled colour, which only libtiff's RGBA interface unpacks
};

[[noreturn]] void failKind(const ReadContext& context, const std::string& detail)
{
    context.failUnsupported(
        text("“%1” is a kind of TIFF that this program cannot read.", {context.name}), detail);
}

void readPaletteOf(const ReadContext& context, const TiffFile& file, TiffSamples& samples)
{
    std::uint16_t* maps[3] = {};
    if (samples.bits > 8 ||
        !TIFFGetField(file.get(), TIFFTAG_COLORMAP, &maps[0], &maps[1], &maps[2]))
        failKind(context, "palette");
    const std::size_t entries = std::size_t(1) << samples.bits;
    // The values are 16-bit; some old writers put 8-bit ones there.
    bool wide = false;
    for (std::size_t i = 0; i < entries; ++i)
        wide = wide || maps[0][i] > 255 || maps[1][i] > 255 || maps[2][i] > 255;
    samples.palette.resize(entries);
    for (std::size_t i = 0; i < entries; ++i) {
        for (std::size_t c = 0; c < 3; ++c)
            samples.palette[i][c] = std::uint8_t(wide ? maps[c][i] >> 8 : maps[c][i]);
    }
}

void readAlphaOf(ReadContext& context, const TiffFile& file, TiffSamples& samples)
{
    if (samples.perPixel <= samples.colours())
        return;
    std::uint16_t count = 0;
    std::uint16_t* kinds = nullptr;
    if (TIFFGetField(file.get(), TIFFTAG_EXTRASAMPLES, &count, &kinds) && count > 0) {
        if (kinds[0] == EXTRASAMPLE_UNASSALPHA)
            samples.alpha = TiffSamples::Alpha::Straight;
        else if (kinds[0] == EXTRASAMPLE_ASSOCALPHA)
            samples.alpha = TiffSamples::Alpha::Premultiplied;
    }
    if (samples.alpha == TiffSamples::Alpha::None)
        context.warnings.push_back(
            text("“%1” has extra channels beside its colours; they are not used.", {context.name}));
}

Layout layoutOf(ReadContext& context, const TiffFile& file)
{
    TIFF* tiff = file.get();
    Layout layout;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    layout.separate = file.value(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
    layout.tiled = TIFFIsTiled(tiff) != 0;

    TiffSamples& samples = layout.samples;
    samples.bits = file.value(TIFFTAG_BITSPERSAMPLE);
    samples.perPixel = file.value(TIFFTAG_SAMPLESPERPIXEL);
    const int format = file.value(TIFFTAG_SAMPLEFORMAT);
    const bool depthKnown = samples.bits == 1 || samples.bits == 2 || samples.bits == 4 ||
                            samples.bits == 8 || samples.bits == 16;
    if (format == SAMPLEFORMAT_IEEEFP)
        context.failUnsupported(text(
            "“%1” stores floating-point samples; only 8 and 16 bits can be read.", {context.name}));
    if (!depthKnown)
        context.failUnsupported(text("“%1” has %2 bits per sample; only 8 and 16 can be read.",
                                     {context.name, std::to_string(samples.bits)}));
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        failKind(context, "sample format " + std::to_string(format));

    const int compression = file.value(TIFFTAG_COMPRESSION);
    if (!TIFFIsCODECConfigured(std::uint16_t(compression)))
        context.failUnsupported(
            text("“%1” is compressed in a way that this program cannot read.", {context.name}),
            "TIFF compression " + std::to_string(compression));
    std::uint16_t photometric = 0;
    if (!TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric))
        photometric = samples.perPixel >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
    switch (photometric) {
    case PHOTOMETRIC_MINISWHITE:
        samples.invert = true;
        break;
    case PHOTOMETRIC_MINISBLACK:
    case PHOTOMETRIC_MASK:
        break;
    case PHOTOMETRIC_RGB:
        samples.kind = TiffSamples::Kind::Rgb;
        break;
    case PHOTOMETRIC_PALETTE:
        samples.kind = TiffSamples::Kind::Palette;
        readPaletteOf(context, file, samples);
        break;
    case PHOTOMETRIC_SEPARATED:
        samples.kind = TiffSamples::Kind::Cmyk;
        break;
    case PHOTOMETRIC_YCBCR:
        samples.kind = TiffSamples::Kind::Rgb;
        if (compression == COMPRESSION_JPEG && !layout.separate)
            TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        else
            layout.throughRgba = true;
        break;
    default:
        failKind(context, "photometric " + std::to_string(photometric));
    }
    if (compression == COMPRESSION_OJPEG)
        layout.throughRgba = true;
    if (samples.perPixel < samples.colours())
        failKind(context, std::to_string(samples.perPixel) + " samples per pixel");
    if (samples.bits < 8 && (samples.colours() > 1 || samples.perPixel > 1))
        context.failUnsupported(text("“%1” has %2 bits per sample; only 8 and 16 can be read.",
                                     {context.name, std::to_string(samples.bits)}));
    if (layout.throughRgba) {
        if (samples.bits != 8)
            failKind(context, "subsampled colour with other than 8 bits");
        samples.perPixel = 3;
    }
    readAlphaOf(context, file, samples);
    return layout;
}

/// Strips whose rows are the photo's rows go straight into place.
void readDirectStrips(ReadContext& context, const TiffFile& file, const Layout& layout,
                      PixelTarget& target)
{
    std::uint32_t perStrip = 0;
    TIFFGetFieldDefaulted(file.get(), TIFFTAG_ROWSPERSTRIP, &perStrip);
    const int height = int(layout.height);
    const int step = perStrip == 0 || perStrip > layout.height ? height : int(perStrip);
    std::uint32_t strip = 0;
    for (int y = 0; y < height; y += step, ++strip) {
        const int count = std::min(step, height - y);
        cv::Mat rows = target.rows(y, count);
        const auto bytes = tmsize_t(rows.step * std::size_t(count));
        if (TIFFReadEncodedStrip(file.get(), strip, rows.data, bytes) != bytes || file.truncated())
            file.failDecoding();
        target.done(y, count);
        context.reportRows(y + count, height);
    }
}

void readScanlines(ReadContext& context, const TiffFile& file, const Layout& layout,
                   PixelTarget& target, TiffRowConverter& converter)
{
    const auto rowBytes = std::size_t(TIFFScanlineSize(file.get()));
    const std::size_t needed = (std::size_t(layout.width) * std::size_t(layout.samples.perPixel) *
                                    std::size_t(layout.samples.bits) +
                                7) /
                               8;
    if (rowBytes < needed)
        file.failDecoding();
    std::vector<std::uint8_t> raw(rowBytes + 1);
    const int height = int(layout.height);
    for (int y = 0; y < height; ++y) {
        if (TIFFReadScanline(file.get(), raw.data(), std::uint32_t(y), 0) < 0 || file.truncated())
            file.failDecoding();
        cv::Mat row = target.rows(y, 1);
        converter.convert(raw.data(), int(layout.width), row.data);
        target.done(y, 1);
        if (y % 64 == 0)
            context.reportRows(y, height);
    }
}

/// Copies one plane's samples (8 or 16 bits) into its place among interleaved ones.
void interleave(const std::uint8_t* plane, int bits, std::size_t width, std::size_t perPixel,
                std::size_t index, std::uint8_t* pixels)
{
    if (bits == 16) {
        const auto* from = reinterpret_cast<const std::uint16_t*>(plane);
        auto* to = reinterpret_cast<std::uint16_t*>(pixels) + index;
        for (std::size_t x = 0; x < width; ++x)
            to[x * perPixel] = from[x];
    } else {
        for (std::size_t x = 0; x < width; ++x)
            pixels[x * perPixel + index] = plane[x];
    }
}

/// Planes in strips. Bands of rows are put together from each plane's strip, so that neither the
/// planes nor a second picture must be kept.
void readSeparateStrips(ReadContext& context, const TiffFile& file, const Layout& layout,
                        PixelTarget& target, TiffRowConverter& converter)
{
    TIFF* tiff = file.get();
    const TiffSamples& samples = layout.samples;
    std::uint32_t perStrip = 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &perStrip);
    const int height = int(layout.height);
    const int step = perStrip == 0 || perStrip > layout.height ? height : int(perStrip);
    const auto planes = std::size_t(samples.perPixel);
    const std::size_t bytesPerSample = std::size_t(samples.bits) / 8;
    const std::size_t planeRow = layout.width * bytesPerSample;
    context.requireRoom(layout.width, layout.height, samples.outputType(),
                        std::uint64_t(planeRow) * planes * std::uint64_t(step));
    std::vector<std::uint8_t> plane(planeRow * std::size_t(step));
    std::vector<std::uint8_t> band(planeRow * planes * std::size_t(step));
    for (int y = 0; y < height; y += step) {
        const int count = std::min(step, height - y);
        for (std::size_t s = 0; s < planes; ++s) {
            const std::uint32_t strip = TIFFComputeStrip(tiff, std::uint32_t(y), std::uint16_t(s));
            const auto bytes = tmsize_t(planeRow * std::size_t(count));
            if (TIFFReadEncodedStrip(tiff, strip, plane.data(), bytes) != bytes || file.truncated())
                file.failDecoding();
            for (int row = 0; row < count; ++row)
                interleave(plane.data() + planeRow * std::size_t(row), samples.bits, layout.width,
                           planes, s, band.data() + planeRow * planes * std::size_t(row));
        }
        cv::Mat rows = target.rows(y, count);
        for (int row = 0; row < count; ++row)
            converter.convert(band.data() + planeRow * planes * std::size_t(row), int(layout.width),
                              rows.ptr(row));
        target.done(y, count);
        context.reportRows(y + count, height);
    }
}

void readTiles(ReadContext& context, const TiffFile& file, const Layout& layout,
               PixelTarget& target, TiffRowConverter& converter)
{
    TIFF* tiff = file.get();
    const TiffSamples& samples = layout.samples;
    std::uint32_t tileWidth = 0;
    std::uint32_t tileHeight = 0;
    TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tileWidth);
    TIFFGetField(tiff, TIFFTAG_TILELENGTH, &tileHeight);
    const auto tileBytes = std::uint64_t(TIFFTileSize(tiff));
    const auto tileRow = std::size_t(TIFFTileRowSize(tiff));
    const auto planes = std::size_t(layout.separate ? samples.perPixel : 1);
    if (tileWidth == 0 || tileHeight == 0 || tileBytes == 0 ||
        tileRow < (std::size_t(tileWidth) * std::size_t(samples.bits) *
                       std::size_t(layout.separate ? 1 : samples.perPixel) +
                   7) /
                      8 ||
        tileBytes < tileRow * tileHeight)
        file.failDecoding();
    context.requireRoom(layout.width, layout.height, samples.outputType(),
                        tileBytes * (1 + (planes > 1 ? planes : 0)));
    std::vector<std::uint8_t> tile(tileBytes);
    std::vector<std::uint8_t> band(planes > 1 ? tileBytes * planes : 0);
    const std::size_t pixelBytes = std::size_t(CV_ELEM_SIZE(samples.outputType()));
    for (std::uint32_t y = 0; y < layout.height; y += std::min(tileHeight, layout.height - y)) {
        const auto count = int(std::min(tileHeight, layout.height - y));
        cv::Mat rows = target.rows(int(y), count);
        for (std::uint32_t x = 0; x < layout.width; x += std::min(tileWidth, layout.width - x)) {
            const auto columns = int(std::min(tileWidth, layout.width - x));
            for (std::size_t s = 0; s < planes; ++s) {
                if (TIFFReadTile(tiff, tile.data(), x, y, 0, std::uint16_t(s)) < 0 ||
                    file.truncated())
                    file.failDecoding();
                for (int row = 0; planes > 1 && row < count; ++row)
                    interleave(tile.data() + tileRow * std::size_t(row), samples.bits, tileWidth,
                               planes, s, band.data() + tileRow * planes * std::size_t(row));
            }
            const std::uint8_t* from = planes > 1 ? band.data() : tile.data();
            for (int row = 0; row < count; ++row)
                converter.convert(from + tileRow * planes * std::size_t(row), columns,
                                  rows.ptr(row) + x * pixelBytes);
        }
        target.done(int(y), count);
        context.reportRows(int(y) + count, int(layout.height));
    }
}

void readThroughRgba(ReadContext& context, const TiffFile& file, const Layout& layout,
                     PixelTarget& target)
{
    const auto pixels = std::size_t(layout.width) * layout.height;
    context.requireRoom(layout.width, layout.height, CV_8UC3, pixels * 4);
    std::vector<std::uint32_t> raster(pixels);
    if (!TIFFReadRGBAImageOriented(file.get(), layout.width, layout.height, raster.data(),
                                   ORIENTATION_TOPLEFT, 1))
        file.failDecoding();
    for (int y = 0; y < int(layout.height); ++y) {
        cv::Mat row = target.rows(y, 1);
        std::uint8_t* to = row.data;
        const std::uint32_t* from = raster.data() + std::size_t(y) * layout.width;
        for (std::uint32_t x = 0; x < layout.width; ++x) {
            *to++ = std::uint8_t(TIFFGetR(from[x]));
            *to++ = std::uint8_t(TIFFGetG(from[x]));
            *to++ = std::uint8_t(TIFFGetB(from[x]));
        }
        target.done(y, 1);
    }
}

Resolution resolutionOf(const TiffFile& file)
{
    float x = 0;
    float y = 0;
    Resolution resolution;
    const int unit = file.value(TIFFTAG_RESOLUTIONUNIT);
    if (TIFFGetField(file.get(), TIFFTAG_XRESOLUTION, &x) &&
        TIFFGetField(file.get(), TIFFTAG_YRESOLUTION, &y) && x > 0 && y > 0 && unit != RESUNIT_NONE)
        resolution = {x, y,
                      unit == RESUNIT_CENTIMETER ? Resolution::Unit::Centimetre
                                                 : Resolution::Unit::Inch};
    return resolution;
}

/// Exiv2 does not read BigTIFF; libtiff at least hands out the XMP packet.
void readBigMetadata(ReadContext& context, const TiffFile& file, Photo& photo)
{
    std::uint32_t size = 0;
    void* bytes = nullptr;
    bool damaged = false;
    if (TIFFGetField(file.get(), TIFFTAG_XMLPACKET, &size, &bytes) && size > 0)
        photo.metadata = metadataOfPacket({static_cast<const char*>(bytes), size}, damaged);
    std::uint64_t exif = 0;
    if (damaged || TIFFGetField(file.get(), TIFFTAG_EXIFIFD, &exif))
        context.warnings.push_back(
            text("Only the XMP of “%1” can be read; its Exif cannot, as the file is a BigTIFF.",
                 {context.name}));
}

PhotoHeader readTiffHeader(ReadContext& context)
{
    const TiffFile file(context);
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height);
    if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff)
        context.failCorrupt("size");
    return {FileFormat::Tiff, int(width), int(height), file.value(TIFFTAG_SAMPLESPERPIXEL),
            file.value(TIFFTAG_BITSPERSAMPLE)};
}

void readTiff(ReadContext& context, PixelTarget& target, Photo& photo)
{
    TiffFile file(context);
    const Layout layout = layoutOf(context, file);
    const TiffSamples& samples = layout.samples;
    context.requireRoom(layout.width, layout.height, samples.outputType());

    photo.resolution = resolutionOf(file);
    const int orientation = file.value(TIFFTAG_ORIENTATION);
    photo.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    std::uint32_t size = 0;
    void* bytes = nullptr;
    if (TIFFGetField(file.get(), TIFFTAG_ICCPROFILE, &size, &bytes) && size > 0) {
        const auto* from = static_cast<const std::uint8_t*>(bytes);
        photo.icc.assign(from, from + size);
    }
    target.create(cv::Size(int(layout.width), int(layout.height)), samples.outputType());
    if (layout.throughRgba) {
        readThroughRgba(context, file, layout, target);
    } else {
        TiffRowConverter converter(samples, photo.icc);
        if (layout.tiled)
            readTiles(context, file, layout, target, converter);
        else if (layout.separate && samples.perPixel > 1)
            readSeparateStrips(context, file, layout, target, converter);
        else if (samples.isDirect())
            readDirectStrips(context, file, layout, target);
        else
            readScanlines(context, file, layout, target, converter);
    }
    if (samples.kind == TiffSamples::Kind::Cmyk)
        photo.icc.clear(); // it described the inks, not the RGB that they became
    if (samples.kind == TiffSamples::Kind::Grey && samples.alpha != TiffSamples::Alpha::None)
        photo.icc = rgbProfileOfGrey(photo.icc);
    if (TIFFIsBigTIFF(file.get()))
        readBigMetadata(context, file, photo);
    if (!TIFFLastDirectory(file.get()))
        context.warnings.push_back(
            text("“%1” has several pages; only the first one is used.", {context.name}));
}

} // namespace

const FormatReader tiffReader = {FileFormat::Tiff,
                                 [](std::span<const std::uint8_t> head) {
                                     const auto begins = [&](const char* magic) {
                                         return std::memcmp(head.data(), magic, 4) == 0;
                                     };
                                     return begins("II*\0") || begins("MM\0*") || begins("II+\0") ||
                                            begins("MM\0+");
                                 },
                                 readTiffHeader, readTiff};

} // namespace autochrome
