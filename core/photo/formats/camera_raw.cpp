#include "core/photo/formats/camera_raw.h"

#include "core/base/text.h"
#include "core/photo/formats/tiff_outline.h"

#include <algorithm>
#include <array>
#include <set>
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

bool isOfSensor(const TiffOutline::Directory& page)
{
    constexpr std::array<unsigned, 2> sensors = {32803, 34892}; // filter array, linear raw
    // Sony, Epson and Nikon, Samsung, Nikon, lossy DNG, Kodak, Pentax.
    constexpr std::array<unsigned, 7> packings = {32767, 32769, 32770, 34713, 34892, 65000, 65535};
    return page.hasDngVersion || std::ranges::count(sensors, page.photometric) > 0 ||
           std::ranges::count(packings, page.compression) > 0;
}

} // namespace

bool beginsAsCameraRaw(std::span<const std::uint8_t> head)
{
    const std::string_view all(reinterpret_cast<const char*>(head.data()), head.size());
    return std::ranges::any_of(
        marks, [&](const Mark& mark) { return all.substr(mark.offset).starts_with(mark.bytes); });
}

bool holdsSensorData(ByteSource& tiff)
{
    constexpr int mostPages = 256; // more than any camera puts in front
    const TiffOutline outline(tiff);
    int fullInARow = 0;
    bool firstIsFull = false;
    std::set<std::uint64_t> seen;
    std::uint64_t offset = outline.first();
    for (int number = 0; number < mostPages && seen.insert(offset).second; ++number) {
        const auto page = outline.read(offset);
        if (!page)
            return false;
        if (isOfSensor(*page))
            return true;
        for (const std::uint64_t under : page->under)
            if (const auto part = outline.read(under); part && isOfSensor(*part))
                return true;
        // Two photos, one after the other, are what a scanner makes.
        firstIsFull = number == 0 ? page->full : firstIsFull;
        fullInARow += page->full ? 1 : 0;
        if (page->next == 0 || (firstIsFull && fullInARow > 1))
            return false;
        offset = page->next;
    }
    return false;
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
