#include "core/photo/formats/recognition.h"

#include "core/photo/formats/camera_raw.h"
#include "core/photo/formats/format_reader.h"

#include <algorithm>

namespace autochrome::inline photo {
namespace {

using Head = std::array<std::uint8_t, 32>; ///< zero-padded

bool begins(std::string_view head, const Magic& magic)
{
    return head.starts_with(magic.bytes) && head.substr(magic.offset).starts_with(magic.there);
}

bool isOf(const PhotoFormat& format, const Head& head)
{
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    return std::ranges::any_of(format.magic,
                               [&](const Magic& magic) { return begins(text, magic); }) &&
           (!format.reader->confirms || format.reader->confirms(head));
}

} // namespace

Recognition recognise(ByteSource& bytes)
{
    Head head = {};
    bytes.read(0, head.data(), head.size());
    if (beginsAsCameraRaw(head))
        return {nullptr, true};
    const auto* format =
        std::ranges::find_if(photoFormats, [&](const PhotoFormat& one) { return isOf(one, head); });
    if (format == std::end(photoFormats))
        return {};
    if (format->format == FileFormat::Tiff && holdsSensorData(bytes))
        return {nullptr, true};
    return {format, false};
}

} // namespace autochrome::inline photo
