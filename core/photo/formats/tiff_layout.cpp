#include "core/photo/formats/tiff_layout.h"

#include "core/base/text.h"

namespace autochrome::inline photo {
namespace {

[[noreturn]] void failKind(const ReadContext& context, const std::string& detail)
{
    context.failUnsupported(
        text("“%1” is a kind of TIFF that this program cannot read.", {context.name}), detail);
}

[[noreturn]] void failBits(const ReadContext& context, int bits)
{
    context.failUnsupported(text("“%1” has %2 bits per sample; only 8 and 16 can be read.",
                                 {context.name, std::to_string(bits)}));
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

int readDepth(const ReadContext& context, const TiffFile& file)
{
    const int bits = file.value(TIFFTAG_BITSPERSAMPLE);
    const int format = file.value(TIFFTAG_SAMPLEFORMAT);
    if (format == SAMPLEFORMAT_IEEEFP)
        context.failUnsupported(text(
            "“%1” stores floating-point samples; only 8 and 16 bits can be read.", {context.name}));
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16)
        failBits(context, bits);
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        failKind(context, "sample format " + std::to_string(format));
    return bits;
}

int readCompression(const ReadContext& context, const TiffFile& file)
{
    const int compression = file.value(TIFFTAG_COMPRESSION);
    if (!TIFFIsCODECConfigured(std::uint16_t(compression)))
        context.failUnsupported(
            text("“%1” is compressed in a way that this program cannot read.", {context.name}),
            "TIFF compression " + std::to_string(compression));
    return compression;
}

void readKind(const ReadContext& context, const TiffFile& file, int compression, TiffLayout& layout)
{
    TiffSamples& samples = layout.samples;
    std::uint16_t photometric = 0;
    if (!TIFFGetField(file.get(), TIFFTAG_PHOTOMETRIC, &photometric))
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
        if (file.value(TIFFTAG_INKSET) == INKSET_MULTIINK)
            failKind(context, "inks other than cyan, magenta, yellow and black");
        break;
    case PHOTOMETRIC_YCBCR:
        samples.kind = TiffSamples::Kind::Rgb;
        if (compression == COMPRESSION_JPEG && !layout.separate)
            TIFFSetField(file.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        else
            layout.throughRgba = true;
        break;
    default:
        failKind(context, "photometric " + std::to_string(photometric));
    }
    layout.throughRgba = layout.throughRgba || compression == COMPRESSION_OJPEG;
    if (samples.perPixel < samples.colours())
        failKind(context, std::to_string(samples.perPixel) + " samples per pixel");
    if (samples.bits < 8 && (samples.colours() > 1 || samples.perPixel > 1))
        failBits(context, samples.bits);
}

/// The RGBA interface makes colours of everything, 8 bits of each; a grey page stays grey here.
void settleRgba(const ReadContext& context, const TiffFile& file, TiffLayout& layout)
{
    TiffSamples& samples = layout.samples;
    if (samples.bits != 8)
        failKind(context, "subsampled colour with other than 8 bits");
    if (samples.perPixel != samples.colours() ||
        (samples.kind != TiffSamples::Kind::Grey && samples.kind != TiffSamples::Kind::Rgb))
        failKind(context, "JPEG data of " + std::to_string(samples.perPixel) + " channels");
    char reason[1024] = {};
    if (!TIFFRGBAImageOK(file.get(), reason))
        failKind(context, reason);
    samples.invert = false; // the interface has done it
}

/// The shape of strips or tiles, and the promise that libtiff sees rows as long as we do.
void settleParts(const ReadContext& context, const TiffFile& file, TiffLayout& layout)
{
    TIFF* tiff = file.get();
    const TiffSamples& samples = layout.samples;
    // Of separate planes only those are read that the photo is made of.
    const std::size_t stored = layout.separate ? 1 : std::size_t(samples.perPixel);
    if (layout.tiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &layout.partWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &layout.partHeight);
    } else {
        std::uint32_t rows = 0;
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rows);
        layout.partWidth = layout.width;
        layout.partHeight = rows == 0 ? layout.height : std::min(rows, layout.height);
    }
    if (layout.partWidth == 0 || layout.partHeight == 0)
        context.failCorrupt("strips or tiles without a size");
    layout.partRow = (std::size_t(layout.partWidth) * std::size_t(samples.bits) * stored + 7) / 8;
    const std::uint64_t seen = layout.tiled ? TIFFTileRowSize64(tiff) : TIFFScanlineSize64(tiff);
    if (seen != layout.partRow)
        context.failCorrupt("rows of " + std::to_string(seen) + " bytes, not " +
                            std::to_string(layout.partRow));
    if (layout.workBytes() > file.mostUnpacked())
        context.failCorrupt("strips or tiles of " + std::to_string(layout.partHeight) + " rows");
}

} // namespace

int TiffLayout::rowsAtOnce() const
{
    return throughRgba || !(tiled || separate || isDirect()) ? 1
                                                             : int(std::min(partHeight, height));
}

std::uint64_t TiffLayout::workBytes() const
{
    if (throughRgba)
        return std::uint64_t(width) * height * 4;
    if (!tiled && !separate)
        return partRow;
    return std::uint64_t(partRow) * partHeight * (separate ? 1 + planes() : 1);
}

TiffLayout tiffLayoutOf(ReadContext& context, const TiffFile& file)
{
    TIFF* tiff = file.get();
    TiffLayout layout;
    TiffSamples& samples = layout.samples;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &layout.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &layout.height);
    if (layout.width == 0 || layout.height == 0)
        context.failCorrupt("no width or no height");
    samples.bits = readDepth(context, file);
    samples.perPixel = file.value(TIFFTAG_SAMPLESPERPIXEL);
    layout.separate =
        file.value(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE && samples.perPixel > 1;
    layout.tiled = TIFFIsTiled(tiff) != 0;
    const int compression = readCompression(context, file);
    readKind(context, file, compression, layout);
    if (layout.throughRgba) {
        settleRgba(context, file, layout);
        return layout;
    }
    readAlphaOf(context, file, samples);
    if (layout.separate)
        samples.perPixel = samples.used();
    settleParts(context, file, layout);
    return layout;
}

} // namespace autochrome::inline photo
