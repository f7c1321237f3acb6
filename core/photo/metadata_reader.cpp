#include "core/photo/metadata_reader.h"

#include "core/photo/metadata_exiv2.h"

#include <fstream>
#include <sstream>

namespace autochrome {
namespace {

/// Whether Exiv2 gave up on a block, as against grumbling about a maker note.
bool saysDamaged(const Exiv2Session& session)
{
    for (const Exiv2Session::Message& message : session.messages()) {
        if (message.level >= Exiv2::LogMsg::error ||
            message.text.find("Failed to decode") != std::string::npos)
            return true;
    }
    return false;
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
        if (data.xmp.empty() && !image.xmpPacket().empty())
            Exiv2::XmpParser::decode(data.xmp, image.xmpPacket());
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

} // namespace autochrome
