#include "core/base/text.h"
#include "core/photo/formats/big_tiff_texts.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/tiff_page.h"
#include "core/photo/formats/tiff_pixels.h"
#include "core/photo/metadata/metadata_reader.h"
#include "core/photo/profile/profile_check.h"

#include <cstring>

namespace autochrome::inline photo {
namespace {

Resolution resolutionOf(const TiffFile& file)
{
    float x = 0;
    float y = 0;
    Resolution resolution;
    const int unit = file.value(TIFFTAG_RESOLUTIONUNIT);
    if (TIFFGetField(file.get(), TIFFTAG_XRESOLUTION, &x) &&
        TIFFGetField(file.get(), TIFFTAG_YRESOLUTION, &y) && x > 0 && y > 0)
        resolution = {x, y,
                      unit == RESUNIT_CENTIMETER ? Resolution::Unit::Centimetre
                      : unit == RESUNIT_NONE     ? Resolution::Unit::None
                                                 : Resolution::Unit::Inch};
    return resolution;
}

int orientationOf(const TiffFile& file, int otherwise)
{
    std::uint16_t orientation = 0;
    TIFFGetField(file.get(), TIFFTAG_ORIENTATION, &orientation);
    return orientation >= 1 && orientation <= 8 ? orientation : otherwise;
}

std::vector<std::uint8_t> profileOf(const TiffFile& file)
{
    std::uint32_t size = 0;
    void* bytes = nullptr;
    if (!TIFFGetField(file.get(), TIFFTAG_ICCPROFILE, &size, &bytes))
        return {};
    const auto* from = static_cast<const std::uint8_t*>(bytes);
    return {from, from + size};
}

/// Exiv2 does not read BigTIFF; libtiff at least hands out the XMP packet, texts and IPTC.
void readBigMetadata(ReadContext& context, const TiffFile& file, Photo& photo)
{
    std::uint32_t size = 0;
    void* bytes = nullptr;
    bool damaged = false;
    if (TIFFGetField(file.get(), TIFFTAG_XMLPACKET, &size, &bytes) && size > 0)
        photo.metadata = metadataOfPacket({static_cast<const char*>(bytes), size}, damaged);
    addBigTiffTexts(file, photo.metadata);
    std::uint64_t exif = 0;
    if (damaged || TIFFGetField(file.get(), TIFFTAG_EXIFIFD, &exif))
        context.warnings.push_back(
            text("Only the texts, IPTC and XMP of “%1” can be read; its Exif cannot, as the file "
                 "is a BigTIFF.",
                 {context.name}));
}

PhotoHeader readTiffHeader(ReadContext& context)
{
    TiffFile file(context);
    selectTiffPage(context, file);
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
    // What the first page says holds for the picture too, unless its own page says otherwise.
    photo.orientation = orientationOf(file, 1);
    photo.icc = profileOf(file);
    if (TIFFIsBigTIFF(file.get()))
        readBigMetadata(context, file, photo);
    selectTiffPage(context, file);
    const TiffLayout layout = tiffLayoutOf(context, file);
    const TiffSamples& samples = layout.samples;
    context.requireRoom(target, layout.width, layout.height, samples.outputType(),
                        layout.rowsAtOnce(), layout.workBytes());
    photo.resolution = resolutionOf(file);
    photo.orientation = orientationOf(file, photo.orientation);
    if (std::vector<std::uint8_t> own = profileOf(file); !own.empty())
        photo.icc = std::move(own);
    target.create(cv::Size(int(layout.width), int(layout.height)), samples.outputType());
    if (samples.kind == TiffSamples::Kind::Cmyk)
        checkInkProfile(context, photo.icc);
    readTiffPixels(context, file, layout, photo.icc, target);
    if (samples.kind == TiffSamples::Kind::Cmyk)
        photo.icc.clear(); // it described the inks, not the RGB that they became
    if (samples.kind == TiffSamples::Kind::Grey && samples.alpha != TiffSamples::Alpha::None)
        widenGreyProfile(photo.icc);
}

} // namespace

const FormatReader tiffReader = {readTiffHeader, readTiff, nullptr, true};

} // namespace autochrome::inline photo
