#include "core/photo/formats/jpeg_segments.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace autochrome::inline photo {
namespace {

using namespace std::string_view_literals;

/// More than any program writes; a file of nothing but segments must not fill the memory.
constexpr std::size_t most = 64 << 20;

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

bool isTiffHead(std::string_view bytes)
{
    return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv);
}

/// XMP specification part 3, 1.1.3.1: parts of one packet, each with its place in it.
struct Extension
{
    std::map<std::uint32_t, std::string> parts;
    std::uint32_t size = 0;
};

void addExtension(std::map<std::string, Extension>& all, std::string_view payload)
{
    constexpr std::size_t guid = 32;
    if (payload.size() < guid + 8)
        return;
    Extension& extension = all[std::string(payload.substr(0, guid))];
    extension.size = bigEndian(payload.substr(guid, 4));
    extension.parts[bigEndian(payload.substr(guid + 4, 4))] = payload.substr(guid + 8);
}

void join(JpegSegments& segments, const std::map<std::string, Extension>& extensions)
{
    for (const auto& [guid, extension] : extensions) {
        // Other extensions are left over from other programs.
        if (segments.xmp.find(guid) == std::string::npos)
            continue;
        segments.extendedXmp.clear();
        for (const auto& [offset, part] : extension.parts) {
            if (offset != segments.extendedXmp.size())
                break;
            segments.extendedXmp += part;
        }
        segments.extendedXmpIsWhole = segments.extendedXmp.size() == extension.size;
    }
}

} // namespace

JpegSegments readJpegSegments(ByteSource& bytes)
{
    JpegSegments segments;
    std::map<std::string, Extension> extensions;
    std::string block(65536, '\0');
    std::size_t taken = 0;
    for (std::uint64_t at = 2; taken < most;) {
        std::uint8_t head[4];
        if (bytes.read(at, head, 4) != 4 || head[0] != 0xFF)
            break;
        const int marker = head[1];
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        const std::size_t length = std::size_t(head[2]) << 8 | head[3];
        if (marker == 0xDA || marker == 0xD9 || length < 2) // the pixels begin, or the file ends
            break;
        const std::size_t got = bytes.read(at + 4, block.data(), length - 2);
        at += 2 + length;
        taken += length;
        std::string_view payload(block.data(), got);
        const auto has = [&payload](std::string_view prefix) {
            if (!payload.starts_with(prefix))
                return false;
            payload.remove_prefix(prefix.size());
            return true;
        };
        if (marker == 0xFE) {
            segments.comment += segments.comment.empty() ? "" : "\n";
            segments.comment += payload;
        } else if (marker == 0xE1 && has(jpegExifPrefix)) {
            // A second head would begin another Exif, of which the first one counts.
            if (segments.exifParts > 0 && isTiffHead(payload))
                continue;
            segments.exif.insert(segments.exif.end(), payload.begin(), payload.end());
            ++segments.exifParts;
        } else if (marker == 0xE1 && has(jpegXmpPrefix)) {
            if (segments.xmp.empty())
                segments.xmp = payload;
        } else if (marker == 0xE1 && has(jpegXmpExtensionPrefix)) {
            addExtension(extensions, payload);
        } else if (marker == 0xED && has(jpegPhotoshopPrefix)) {
            segments.photoshop.insert(segments.photoshop.end(), payload.begin(), payload.end());
        }
    }
    join(segments, extensions);
    return segments;
}

} // namespace autochrome::inline photo
