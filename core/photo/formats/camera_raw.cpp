#include "core/photo/formats/camera_raw.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace autochrome::inline photo {
namespace {

using namespace std::string_view_literals;

struct Mark
{
    std::size_t offset;
    std::string_view bytes;
};

constexpr std::array<Mark, 12> marks = {{{8, "CR\x02\0"sv},    // Canon CR2, else a TIFF
                                         {8, "IIIITwaR"sv},    // Phase One IIQ, else a TIFF
                                         {8, "MMMMRawT"sv},    // the same, big-endian
                                         {4, "ftypcrx "sv},    // Canon CR3
                                         {6, "HEAPCCDR"sv},    // Canon CRW
                                         {0, "FUJIFILMCCD"sv}, // Fujifilm RAF
                                         {0, "IIRO"sv},        // Olympus ORF
                                         {0, "IIRS"sv},        // the same
                                         {0, "MMOR"sv},        // the same, big-endian
                                         {0, "IIU\0"sv},       // Panasonic and Leica RW2
                                         {0, "FOVb"sv},        // Sigma X3F
                                         {0, "\0MRM"sv}}};     // Minolta MRW

} // namespace

bool beginsAsCameraRaw(std::span<const std::uint8_t> head)
{
    const std::string_view all(reinterpret_cast<const char*>(head.data()), head.size());
    return std::ranges::any_of(
        marks, [&](const Mark& mark) { return all.substr(mark.offset).starts_with(mark.bytes); });
}

void failCameraRaw(const ReadContext& context)
{
    context.failUnsupported(
        text("“%1” is a camera raw file, which this program cannot develop. Save it as TIFF or "
             "JPEG in a raw converter and open that.",
             {context.name}),
        "camera raw");
}

} // namespace autochrome::inline photo
