#include "core/photo/metadata/metadata_reader.h"

#include "core/photo/formats/jpeg_segments.h"
#include "core/photo/formats/png_texts.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/metadata_extras.h"
#include "core/photo/metadata/photoshop_resources.h"
#include "core/photo/metadata/xmp_repair.h"

#include <fstream>
#include <sstream>

namespace autochrome::inline photo {
namespace {

/// Whether Exiv2 gave up on a block, as against grumbling about a maker note.
bool saysDamaged(const Exiv2Session& session)
{
    for (const Exiv2Session::Message& message : session.messages()) {
        // XMP is looked at by whether there is any in the end.
        if (message.text.find("XMP") != std::string::npos)
            continue;
        if (message.level >= Exiv2::LogMsg::error ||
            message.text.find("Failed to decode") != std::string::npos)
            return true;
    }
    return false;
}

/// Decodes a packet, if need be without what it says twice. False if it is damaged.
bool decodePacket(Exiv2::XmpData& xmp, const std::string& packet)
{
    if (Exiv2::XmpParser::decode(xmp, packet) == 0)
        return true;
    const std::string repaired = withoutRepeats(packet);
    return repaired != packet && Exiv2::XmpParser::decode(xmp, repaired) == 0;
}

std::vector<std::uint8_t> bytesOf(const Exiv2::ExifData& exif, const char* key,
                                  Exiv2::ByteOrder order = Exiv2::littleEndian)
{
    const auto field = exif.findKey(Exiv2::ExifKey(key));
    if (field == exif.end())
        return {};
    std::vector<std::uint8_t> bytes(std::size_t(field->size()));
    field->copy(bytes.data(), order);
    return bytes;
}

/// What Exiv2 passes over.
void addExtras(ByteSource& bytes, Metadata::Data& data, bool& damaged)
{
    std::uint8_t head[4] = {};
    bytes.read(0, head, 4);
    if (head[0] == 0xFF && head[1] == 0xD8) {
        const JpegSegments segments = readJpegSegments(bytes);
        if (segments.exifParts > 1) {
            Metadata::Data whole;
            damaged = !decodeSegments(segments, whole);
            data = std::move(whole);
        }
        damaged = !addExtendedXmp(segments, data) || damaged;
        addPhotoshopFacts(photoshopResources(segments.photoshop), {}, data);
        addComment(segments.comment, data);
    } else if (head[0] == 0x89 && head[1] == 'P') {
        addPngTexts(readPngTexts(bytes), data);
    } else if (head[0] == head[1]) { // II, MM
        // Some write bytes as if they were whole words.
        const auto order = head[0] == 'I' ? Exiv2::littleEndian : Exiv2::bigEndian;
        addPhotoshopFacts(
            photoshopResources(bytesOf(data.exif, "Exif.Image.ImageResources", order)),
            bytesOf(data.exif, "Exif.Image.IPTCNAA", order), data);
    }
}

void open(ByteSource& bytes, Metadata::Data& data, bool& damaged)
{
    const auto take = [&](Exiv2::Image& image) {
        try {
            image.readMetadata();
        } catch (const std::exception&) {
            damaged = true; // what was read before stays: a bad profile must not cost the Exif
        }
        data.exif = image.exifData();
        data.iptc = image.iptcData();
        data.xmp = image.xmpData();
        std::string packet = image.xmpPacket();
        if (const auto tag = bytesOf(data.exif, "Exif.Image.XMLPacket"); packet.empty())
            packet.assign(tag.begin(), tag.end());
        if (data.xmp.empty() && !packet.empty())
            damaged = !decodePacket(data.xmp, packet) || damaged;
    };
    if (const auto* memory = dynamic_cast<const MemorySource*>(&bytes)) {
        const auto image =
            Exiv2::ImageFactory::open(memory->bytes().data(), long(memory->bytes().size()));
        take(*image);
    } else {
        // An absolute path is never taken for a URL.
        const auto image =
            Exiv2::ImageFactory::open(std::filesystem::absolute(bytes.path()).string(), false);
        take(*image);
    }
}

} // namespace

Metadata readMetadata(ByteSource& bytes, bool& damaged)
{
    Metadata metadata;
    const Exiv2Session session;
    try {
        open(bytes, metadata.data(), damaged);
        damaged = damaged || saysDamaged(session);
        addExtras(bytes, metadata.data(), damaged);
    } catch (const std::exception&) {
        damaged = true;
    }
    return metadata;
}

std::filesystem::path sidecarPath(const std::filesystem::path& photo)
{
    return photo.string() + ".xmp";
}

Metadata metadataOfPacket(const std::string& packet, bool& damaged)
{
    Metadata metadata;
    const Exiv2Session session;
    try {
        Metadata::Data& data = metadata.data();
        damaged = Exiv2::XmpParser::decode(data.xmp, packet) != 0 || damaged;
        Exiv2::copyXmpToExif(data.xmp, data.exif);
        Exiv2::copyXmpToIptc(data.xmp, data.iptc);
    } catch (const std::exception&) {
        damaged = true;
    }
    return metadata;
}

Metadata readSidecar(const std::filesystem::path& sidecar, bool& damaged)
{
    constexpr std::uintmax_t most = 16 << 20;
    Metadata metadata;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(sidecar, error);
    if (error)
        return metadata;
    std::ifstream file(sidecar, std::ios::binary);
    if (size > most || !file) {
        damaged = true;
        return metadata;
    }
    std::ostringstream packet;
    packet << file.rdbuf();
    return metadataOfPacket(packet.str(), damaged);
}

} // namespace autochrome::inline photo
