#include "core/photo/formats/bmp_header.h"

#include "core/base/text.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace autochrome::inline photo {
namespace {

using Channel = BmpHeader::Channel;

constexpr std::size_t fileHeader = 14;

/// The second header, as far as this program knows it; fields that it lacks are 0.
struct Dib
{
    std::uint8_t bytes[124] = {};
    std::uint32_t size = 0; ///< of the header in the file

    std::uint32_t number(std::size_t offset, int count) const
    {
        return bmpNumber(bytes + offset, count);
    }
    bool isOfOs2() const { return size == 12; }
};

Dib readDib(ReadContext& context)
{
    Dib dib;
    if (context.bytes.read(fileHeader, dib.bytes, 4) != 4)
        context.failTruncated("header");
    dib.size = dib.number(0, 4);
    if (dib.size < 12 || dib.size > 1024)
        context.failCorrupt("header of " + std::to_string(dib.size) + " bytes");
    const std::size_t known = std::min<std::size_t>(dib.size, sizeof(dib.bytes));
    if (context.bytes.read(fileHeader, dib.bytes, known) != known)
        context.failTruncated("header");
    return dib;
}

void readSize(ReadContext& context, BmpHeader& header, const Dib& dib)
{
    if (dib.isOfOs2()) {
        header.width = dib.number(4, 2);
        header.height = dib.number(6, 2);
        header.bits = int(dib.number(10, 2));
        return;
    }
    const auto width = std::int32_t(dib.number(4, 4));
    const auto height = std::int32_t(dib.number(8, 4));
    if (width < 0)
        context.failCorrupt("negative width");
    header.width = std::uint32_t(width);
    header.topDown = height < 0;
    header.height = std::uint32_t(std::abs(std::int64_t(height)));
    header.bits = int(dib.number(14, 2));
    header.compression = dib.number(16, 4);
    header.codeBytes = dib.number(20, 4);
}

Resolution resolutionOf(const Dib& dib)
{
    const std::uint32_t x = dib.number(24, 4);
    const std::uint32_t y = dib.number(28, 4);
    if (!x || !y || x >= 10'000'000 || y >= 10'000'000)
        return {};
    return {std::round(x * 2.54) / 100, std::round(y * 2.54) / 100, Resolution::Unit::Inch};
}

void requireKnownKind(ReadContext& context, const BmpHeader& header)
{
    switch (header.bits) {
    case 1:
    case 4:
    case 8:
    case 16:
    case 24:
    case 32:
        break;
    default:
        context.failUnsupported(text("“%1” has %2 bits per pixel, which this program cannot read.",
                                     {context.name, std::to_string(header.bits)}));
    }
    bool fits = false;
    switch (header.compression) {
    case BmpHeader::Plain:
        fits = true;
        break;
    case BmpHeader::Rle8:
        fits = header.bits == 8 && !header.topDown;
        break;
    case BmpHeader::Rle4:
        fits = header.bits == 4 && !header.topDown;
        break;
    case BmpHeader::Masks:
    case BmpHeader::AlphaMasks:
        fits = header.bits == 16 || header.bits == 32;
        break;
    default:
        break;
    }
    if (!fits)
        context.failUnsupported(
            text("“%1” is a kind of BMP that this program cannot read.", {context.name}),
            "compression " + std::to_string(header.compression));
}

void readMasks(ReadContext& context, BmpHeader& header, const Dib& dib)
{
    std::uint8_t masks[16] = {};
    const int count = header.compression == BmpHeader::AlphaMasks || dib.size >= 56 ? 4 : 3;
    const auto bytes = 4 * std::size_t(count);
    if (dib.size >= 52)
        std::memcpy(masks, dib.bytes + 40, bytes);
    else if (context.bytes.read(fileHeader + 40, masks, bytes) != bytes)
        context.failTruncated();
    for (std::size_t c = 0; c < 4; ++c)
        header.channels[c] = Channel(bmpNumber(masks + 4 * c, 4));
}

/// How the channels lie in a pixel that has any. Returns the bytes that this takes behind the
/// second header.
std::uint64_t readChannels(ReadContext& context, BmpHeader& header, const Dib& dib)
{
    if (header.compression == BmpHeader::Masks || header.compression == BmpHeader::AlphaMasks) {
        readMasks(context, header, dib);
        if (dib.size == 40)
            return header.compression == BmpHeader::AlphaMasks ? 16 : 12;
    } else if (header.bits == 16) {
        header.channels = {Channel(0x7C00), Channel(0x03E0), Channel(0x001F), Channel()};
    } else if (header.bits == 32) {
        header.channels = {Channel(0xFF0000), Channel(0xFF00), Channel(0xFF), Channel()};
    }
    return 0;
}

void readPalette(ReadContext& context, BmpHeader& header, std::uint64_t offset,
                 std::uint32_t entries, std::size_t entryBytes)
{
    const std::uint32_t most = 1u << header.bits;
    if (entries == 0 || entries > most)
        entries = most;
    // Some writers leave out entries that no pixel uses, others let the pixels begin too early.
    const std::uint64_t end = offset + entries * entryBytes;
    if (header.pixelOffset < end) {
        if (header.pixelOffset <= offset || end + header.storedBytes() <= context.bytes.size())
            header.pixelOffset = end;
        else
            entries = std::uint32_t((header.pixelOffset - offset) / entryBytes);
    }
    std::vector<std::uint8_t> bytes(entries * entryBytes);
    if (context.bytes.read(offset, bytes.data(), bytes.size()) != bytes.size())
        context.failTruncated("palette");
    header.palette.assign(256, {0, 0, 0});
    header.greyPalette = entries > 0;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::uint8_t* bgr = bytes.data() + i * entryBytes;
        header.palette[i] = {bgr[2], bgr[1], bgr[0]};
        header.greyPalette = header.greyPalette && bgr[0] == bgr[1] && bgr[1] == bgr[2];
    }
}

void findProfile(BmpHeader& header, const Dib& dib)
{
    constexpr std::uint32_t embedded = 0x4D424544; // 'MBED'
    if (dib.size < 124 || dib.number(56, 4) != embedded)
        return;
    header.profileOffset = fileHeader + std::uint64_t(dib.number(112, 4));
    header.profileSize = dib.number(116, 4);
}

} // namespace

BmpHeader::Channel::Channel(std::uint32_t bits) : mask(bits)
{
    if (bits) {
        shift = std::countr_zero(bits);
        full = bits >> shift;
    }
}

std::uint32_t bmpNumber(const std::uint8_t* from, int bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= std::uint32_t(from[i]) << (8 * i);
    return value;
}

BmpHeader bmpHeaderOf(ReadContext& context)
{
    std::uint8_t file[fileHeader];
    if (context.bytes.read(0, file, fileHeader) != fileHeader)
        context.failTruncated("header");
    const Dib dib = readDib(context);
    BmpHeader header;
    header.pixelOffset = bmpNumber(file + 10, 4);
    readSize(context, header, dib);
    if (!dib.isOfOs2())
        header.resolution = resolutionOf(dib);
    requireKnownKind(context, header);
    const std::uint64_t afterHeader =
        fileHeader + std::uint64_t(dib.size) + readChannels(context, header, dib);
    if (header.bits <= 8)
        readPalette(context, header, afterHeader, dib.isOfOs2() ? 0 : dib.number(32, 4),
                    dib.isOfOs2() ? 3 : 4);
    header.pixelOffset = std::max(header.pixelOffset, afterHeader);
    findProfile(header, dib);
    return header;
}

} // namespace autochrome::inline photo
