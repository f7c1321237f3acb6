#include "core/photo/metadata/metadata_encoder.h"

#include "core/photo/metadata/metadata_exiv2.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace autochrome::inline photo {
namespace {

constexpr std::array<std::string_view, 62> structureTags = {"NewSubfileType",
                                                            "SubfileType",
                                                            "ImageWidth",
                                                            "ImageLength",
                                                            "BitsPerSample",
                                                            "Compression",
                                                            "PhotometricInterpretation",
                                                            "Thresholding",
                                                            "CellWidth",
                                                            "CellLength",
                                                            "FillOrder",
                                                            "StripOffsets",
                                                            "SamplesPerPixel",
                                                            "RowsPerStrip",
                                                            "StripByteCounts",
                                                            "PlanarConfiguration",
                                                            "GrayResponseUnit",
                                                            "GrayResponseCurve",
                                                            "T4Options",
                                                            "T6Options",
                                                            "PageNumber",
                                                            "TransferFunction",
                                                            "Predictor",
                                                            "WhitePoint",
                                                            "PrimaryChromaticities",
                                                            "ColorMap",
                                                            "HalftoneHints",
                                                            "TileWidth",
                                                            "TileLength",
                                                            "TileOffsets",
                                                            "TileByteCounts",
                                                            "SubIFDs",
                                                            "InkSet",
                                                            "InkNames",
                                                            "NumberOfInks",
                                                            "DotRange",
                                                            "TargetPrinter",
                                                            "ExtraSamples",
                                                            "SampleFormat",
                                                            "SMinSampleValue",
                                                            "SMaxSampleValue",
                                                            "TransferRange",
                                                            "ClipPath",
                                                            "XClipPathUnits",
                                                            "YClipPathUnits",
                                                            "Indexed",
                                                            "JPEGTables",
                                                            "OPIProxy",
                                                            "JPEGProc",
                                                            "JPEGInterchangeFormat",
                                                            "JPEGInterchangeFormatLength",
                                                            "JPEGRestartInterval",
                                                            "JPEGLosslessPredictors",
                                                            "JPEGPointTransforms",
                                                            "JPEGQTables",
                                                            "JPEGDCTables",
                                                            "JPEGACTables",
                                                            "YCbCrCoefficients",
                                                            "YCbCrSubSampling",
                                                            "ReferenceBlackWhite",
                                                            "InterColorProfile",
                                                            "ImageResources"};

constexpr std::array<std::string_view, 3> packetTags = {"XMLPacket", "IPTCNAA", "ImageBlob"};

bool isStructure(const Exiv2::Exifdatum& field)
{
    const std::string group = field.groupName();
    // Thumbnails, and the other pictures of the source's file.
    if (group == "Thumbnail" || group.starts_with("SubImage") || group.starts_with("SubThumb") ||
        group == "Image2" || group == "Image3")
        return true;
    if (group != "Image")
        return false;
    // What makes a file a DNG, or TIFF/EP's camera raw, must not make one of a result.
    constexpr std::uint16_t filterPattern = 0x828D, filterPatternEnd = 0x828E;
    constexpr std::uint16_t dng = 0xC612, dngEnd = 0xC7FF, dngLate = 0xCD2D, dngLateEnd = 0xCD4F;
    constexpr std::uint16_t tiffEp = 0x9216;
    const auto within = [number = field.tag()](std::uint16_t first, std::uint16_t last) {
        return number >= first && number <= last;
    };
    if (within(dng, dngEnd) || within(dngLate, dngLateEnd) ||
        within(filterPattern, filterPatternEnd) || within(tiffEp, tiffEp))
        return true;
    const std::string tag = field.tagName();
    return std::find(structureTags.begin(), structureTags.end(), tag) != structureTags.end() ||
           std::find(packetTags.begin(), packetTags.end(), tag) != packetTags.end();
}

std::vector<std::uint8_t> bytesOf(Exiv2::BasicIo& io)
{
    std::vector<std::uint8_t> bytes(std::size_t(io.size()));
    io.seek(0, Exiv2::BasicIo::beg);
    if (!bytes.empty() && io.read(bytes.data(), long(bytes.size())) != long(bytes.size()))
        bytes.clear();
    return bytes;
}

// Exiv2 0.27 has members where 0.28 has functions.
template <class Buffer>
std::vector<std::uint8_t> bytesOfBuffer(const Buffer& buffer)
{
    if constexpr (requires { buffer.c_data(); })
        return {buffer.c_data(), buffer.c_data() + buffer.size()};
    else
        return {buffer.pData_, buffer.pData_ + buffer.size_};
}

// By value, since Exiv2 0.28 wants to change them.
std::vector<std::uint8_t> asTiff(Exiv2::ExifData exif, Exiv2::IptcData iptc, Exiv2::XmpData xmp)
{
    if (exif.empty() && iptc.empty() && xmp.empty())
        return {};
    Exiv2::MemIo io;
    Exiv2::TiffParser::encode(io, nullptr, 0, Exiv2::littleEndian, exif, iptc, xmp);
    return bytesOf(io);
}

std::string packetOf(const Exiv2::XmpData& xmp)
{
    std::string packet;
    if (!xmp.empty() &&
        Exiv2::XmpParser::encode(packet, xmp, Exiv2::XmpParser::useCompactFormat, 0) != 0)
        packet.clear();
    return packet;
}

} // namespace

void dropStructure(Exiv2::ExifData& exif)
{
    for (auto field = exif.begin(); field != exif.end();)
        field = isStructure(*field) ? exif.erase(field) : std::next(field);
}

std::vector<std::uint8_t> exifForJpeg(const Metadata& metadata,
                                      std::span<const std::uint8_t> thumbnail)
{
    const Exiv2Session session;
    Exiv2::ExifData exif = metadata.data().exif;
    dropStructure(exif);
    if (exif.empty() && thumbnail.empty())
        return {};
    if (!thumbnail.empty()) {
        Exiv2::ExifThumb thumb(exif);
        thumb.setJpegThumbnail(thumbnail.data(), long(thumbnail.size()), {72, 1}, {72, 1}, 2);
    }
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    return blob;
}

bool hasLongFields(std::span<const std::uint8_t> exif, const Metadata& metadata)
{
    constexpr long longBytes = 1024; // Exiv2 leaves out none that is shorter
    const Exiv2Session session;
    Exiv2::ExifData meant = metadata.data().exif;
    dropStructure(meant);
    Exiv2::ExifData kept;
    Exiv2::ExifParser::decode(kept, exif.data(), std::uint32_t(exif.size()));
    return std::all_of(meant.begin(), meant.end(), [&kept](const Exiv2::Exifdatum& field) {
        return long(field.size()) < longBytes ||
               kept.findKey(Exiv2::ExifKey(field.key())) != kept.end();
    });
}

std::vector<std::uint8_t> exifAsTiff(const Metadata& metadata)
{
    const Exiv2Session session;
    Exiv2::ExifData exif = metadata.data().exif;
    dropStructure(exif);
    return asTiff(exif, {}, {});
}

std::vector<std::uint8_t> tiffHead(const Metadata& metadata)
{
    const Exiv2Session session;
    Exiv2::ExifData exif = metadata.data().exif;
    dropStructure(exif);
    for (const char* key :
         {"Exif.Image.XResolution", "Exif.Image.YResolution", "Exif.Image.ResolutionUnit"}) {
        const auto field = exif.findKey(Exiv2::ExifKey(key));
        if (field != exif.end())
            exif.erase(field);
    }
    return asTiff(exif, metadata.data().iptc, metadata.data().xmp);
}

std::string xmpPacket(const Metadata& metadata)
{
    const Exiv2Session session;
    return packetOf(metadata.data().xmp);
}

std::string xmpPacketWithIptc(const Metadata& metadata)
{
    const Exiv2Session session;
    Exiv2::XmpData xmp;
    if (!metadata.data().iptc.empty())
        Exiv2::copyIptcToXmp(metadata.data().iptc, xmp);
    // What is there as XMP already is the newer word.
    for (const Exiv2::Xmpdatum& field : metadata.data().xmp)
        xmp[field.key()].setValue(&field.value());
    return packetOf(xmp);
}

std::string sidecarPacket(const Metadata& metadata)
{
    const Exiv2Session session;
    Exiv2::ExifData exif = metadata.data().exif;
    dropStructure(exif);
    Exiv2::XmpData xmp;
    Exiv2::copyExifToXmp(exif, xmp);
    if (!metadata.data().iptc.empty())
        Exiv2::copyIptcToXmp(metadata.data().iptc, xmp);
    for (const Exiv2::Xmpdatum& field : metadata.data().xmp)
        xmp[field.key()].setValue(&field.value());
    return packetOf(xmp);
}

std::vector<std::uint8_t> iptcResources(const Metadata& metadata)
{
    const Exiv2Session session;
    if (metadata.data().iptc.empty())
        return {};
    return bytesOfBuffer(Exiv2::Photoshop::setIptcIrb(nullptr, 0, metadata.data().iptc));
}

} // namespace autochrome::inline photo
