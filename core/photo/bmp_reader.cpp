// Windows bitmaps: all header versions, 1 to 32 bits per pixel, palettes, masks and run lengths.
#include "core/base/text.h"
#include "core/photo/format_reader.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace autochrome {
namespace {

enum Compression : std::uint32_t { Plain = 0, Rle8 = 1, Rle4 = 2, Masks = 3, AlphaMasks = 6 };

/// One channel of a pixel with masks.
struct Channel
{
    std::uint32_t mask = 0;
    int shift = 0;
    std::uint32_t full = 0;

    explicit Channel(std::uint32_t bits = 0) : mask(bits)
    {
        if (bits) {
            shift = std::countr_zero(bits);
            full = bits >> shift;
        }
    }
    std::uint8_t of(std::uint32_t pixel) const
    {
        return full ? std::uint8_t((std::uint64_t((pixel & mask) >> shift) * 255 + full / 2) / full)
                    : 0;
    }
};

struct Header
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool topDown = false;
    int bits = 0;
    std::uint32_t compression = Plain;
    std::uint64_t pixelOffset = 0;
    std::array<Channel, 4> channels; ///< red, green, blue, alpha
    std::vector<std::array<std::uint8_t, 3>> palette;
    bool greyPalette = false;
    Resolution resolution;
    std::uint64_t profileOffset = 0;
    std::uint32_t profileSize = 0;

    int outputChannels() const
    {
        return bits <= 8 ? (greyPalette ? 1 : 3) : channels[3].mask ? 4 : 3;
    }
    std::uint64_t rowBytes() const { return (std::uint64_t(width) * unsigned(bits) + 31) / 32 * 4; }
};

std::uint32_t number(const std::uint8_t* from, int bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= std::uint32_t(from[i]) << (8 * i);
    return value;
}

void readMasks(ReadContext& context, Header& header, const std::uint8_t* dib, std::uint32_t dibSize)
{
    std::uint8_t masks[16] = {};
    const int count = header.compression == AlphaMasks || dibSize >= 56 ? 4 : 3;
    if (dibSize >= 52)
        std::memcpy(masks, dib + 40, std::size_t(4 * count));
    else if (context.bytes.read(14 + 40, masks, std::size_t(4 * count)) != std::size_t(4 * count))
        context.failTruncated();
    for (std::size_t c = 0; c < 4; ++c)
        header.channels[c] = Channel(number(masks + 4 * c, 4));
}

void readPalette(ReadContext& context, Header& header, std::uint64_t offset, std::uint32_t entries,
                 std::size_t entryBytes)
{
    const std::uint32_t most = 1u << header.bits;
    if (entries == 0 || entries > most)
        entries = most;
    // Some writers leave out entries that no pixel uses.
    if (header.pixelOffset > offset)
        entries = std::uint32_t(
            std::min<std::uint64_t>(entries, (header.pixelOffset - offset) / entryBytes));
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

Header headerOf(ReadContext& context)
{
    std::uint8_t file[14];
    std::uint8_t dib[124] = {};
    if (context.bytes.read(0, file, 14) != 14 || context.bytes.read(14, dib, 4) != 4)
        context.failTruncated("header");
    Header header;
    header.pixelOffset = number(file + 10, 4);
    const std::uint32_t dibSize = number(dib, 4);
    if (dibSize < 12 || dibSize > 1024)
        context.failCorrupt("header of " + std::to_string(dibSize) + " bytes");
    const std::size_t known = std::min<std::size_t>(dibSize, sizeof(dib));
    if (context.bytes.read(14, dib, known) != known)
        context.failTruncated("header");

    std::uint32_t paletteEntries = 0;
    if (dibSize == 12) {
        header.width = number(dib + 4, 2);
        header.height = number(dib + 6, 2);
        header.bits = int(number(dib + 10, 2));
    } else {
        const auto width = std::int32_t(number(dib + 4, 4));
        const auto height = std::int32_t(number(dib + 8, 4));
        if (width < 0)
            context.failCorrupt("negative width");
        header.width = std::uint32_t(width);
        header.topDown = height < 0;
        header.height = std::uint32_t(std::abs(std::int64_t(height)));
        header.bits = int(number(dib + 14, 2));
        header.compression = number(dib + 16, 4);
        const std::uint32_t x = number(dib + 24, 4);
        const std::uint32_t y = number(dib + 28, 4);
        if (x && y && x < 10'000'000 && y < 10'000'000)
            header.resolution = {std::round(x * 2.54) / 100, std::round(y * 2.54) / 100,
                                 Resolution::Unit::Inch};
        paletteEntries = number(dib + 32, 4);
    }
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
    const bool fits = header.compression == Plain ||
                      (header.compression == Rle8 && header.bits == 8 && !header.topDown) ||
                      (header.compression == Rle4 && header.bits == 4 && !header.topDown) ||
                      ((header.compression == Masks || header.compression == AlphaMasks) &&
                       (header.bits == 16 || header.bits == 32));
    if (!fits)
        context.failUnsupported(
            text("“%1” is a kind of BMP that this program cannot read.", {context.name}),
            "compression " + std::to_string(header.compression));

    std::uint64_t afterHeader = 14 + std::uint64_t(dibSize);
    if (header.compression == Masks || header.compression == AlphaMasks) {
        readMasks(context, header, dib, dibSize);
        if (dibSize == 40)
            afterHeader += header.compression == AlphaMasks ? 16 : 12;
    } else if (header.bits == 16) {
        header.channels = {Channel(0x7C00), Channel(0x03E0), Channel(0x001F), Channel()};
    } else if (header.bits == 32) {
        header.channels = {Channel(0xFF0000), Channel(0xFF00), Channel(0xFF), Channel()};
    }
    if (header.bits <= 8)
        readPalette(context, header, afterHeader, paletteEntries, dibSize == 12 ? 3 : 4);
    constexpr std::uint32_t embedded = 0x4D424544; // 'MBED'
    if (dibSize >= 124 && number(dib + 56, 4) == embedded) {
        header.profileOffset = 14 + std::uint64_t(number(dib + 112, 4));
        header.profileSize = number(dib + 116, 4);
    }
    return header;
}

/// Palette indices of a run-length encoded picture; pixels that the code skips are 0.
cv::Mat decodeRuns(ReadContext& context, const Header& header)
{
    cv::Mat indices = cv::Mat::zeros(int(header.height), int(header.width), CV_8U);
    std::vector<std::uint8_t> block(1 << 16);
    std::uint64_t offset = header.pixelOffset;
    std::size_t at = 0;
    std::size_t have = 0;
    const auto next = [&]() -> unsigned {
        if (at == have) {
            context.progress.checkpoint();
            have = context.bytes.read(offset, block.data(), block.size());
            offset += have;
            at = 0;
            if (have == 0)
                context.failTruncated();
        }
        return block[at++];
    };
    const bool nibbles = header.compression == Rle4;
    std::int64_t x = 0;
    std::int64_t y = 0;
    const auto put = [&](unsigned index) {
        if (x < indices.cols && y < indices.rows)
            indices.at<std::uint8_t>(int(indices.rows - 1 - y), int(x)) = std::uint8_t(index);
        ++x;
    };
    for (;;) {
        const unsigned count = next();
        const unsigned value = next();
        if (count > 0) {
            for (unsigned i = 0; i < count; ++i)
                put(!nibbles ? value : i % 2 ? value & 15 : value >> 4);
        } else if (value == 0) {
            x = 0;
            ++y;
        } else if (value == 1) {
            return indices;
        } else if (value == 2) {
            x += next();
            y += next();
        } else {
            const unsigned bytes = nibbles ? (value + 1) / 2 : value;
            for (unsigned i = 0; i < bytes; ++i) {
                const unsigned byte = next();
                if (!nibbles) {
                    put(byte);
                } else {
                    put(byte >> 4);
                    if (2 * i + 1 < value)
                        put(byte & 15);
                }
            }
            if (bytes % 2)
                next(); // padding
        }
        if (y > indices.rows)
            context.failCorrupt("runs beyond the picture");
    }
}

void paint(const Header& header, unsigned index, std::uint8_t*& to)
{
    const auto& colour = header.palette[index];
    *to++ = colour[0];
    if (!header.greyPalette) {
        *to++ = colour[1];
        *to++ = colour[2];
    }
}

void convertRow(const Header& header, const std::uint8_t* from, std::uint8_t* to)
{
    for (std::uint32_t x = 0; x < header.width; ++x) {
        if (header.bits <= 8) {
            const unsigned perByte = 8 / unsigned(header.bits);
            const unsigned shift = 8 - unsigned(header.bits) * (x % perByte + 1);
            paint(header, (from[x / perByte] >> shift) & ((1u << header.bits) - 1), to);
        } else if (header.bits == 24) {
            *to++ = from[3 * x + 2];
            *to++ = from[3 * x + 1];
            *to++ = from[3 * x];
        } else {
            const int bytes = header.bits / 8;
            const std::uint32_t pixel = number(from + std::size_t(x) * unsigned(bytes), bytes);
            for (int c = 0; c < header.outputChannels(); ++c)
                *to++ = header.channels[std::size_t(c)].of(pixel);
        }
    }
}

PhotoHeader readBmpHeader(ReadContext& context)
{
    const Header header = headerOf(context);
    if (header.width > 0x7fffffff || header.height > 0x7fffffff)
        context.failCorrupt("size");
    const bool masks = header.bits > 8 && header.channels[0].mask;
    return {FileFormat::Bmp, int(header.width), int(header.height),
            header.bits <= 8 ? 1 : header.outputChannels(),
            header.bits < 8              ? header.bits
            : masks && header.bits == 16 ? 5
                                         : 8};
}

void readBmp(ReadContext& context, PixelTarget& target, Photo& photo)
{
    const Header header = headerOf(context);
    const int type = CV_8UC(header.outputChannels());
    const bool runs = header.compression == Rle8 || header.compression == Rle4;
    context.requireRoom(header.width, header.height, type,
                        runs ? std::uint64_t(header.width) * header.height : 0);
    photo.resolution = header.resolution;
    if (header.profileSize > 0 && header.profileSize < (16u << 20)) {
        photo.icc.resize(header.profileSize);
        photo.icc.resize(
            context.bytes.read(header.profileOffset, photo.icc.data(), photo.icc.size()));
    }
    const int height = int(header.height);
    target.create(cv::Size(int(header.width), height), type);
    cv::Mat indices;
    if (runs)
        indices = decodeRuns(context, header);
    std::vector<std::uint8_t> raw(header.rowBytes());
    for (int y = 0; y < height; ++y) {
        cv::Mat row = target.rows(y, 1);
        std::uint8_t* to = row.ptr(0);
        if (runs) {
            for (int x = 0; x < indices.cols; ++x)
                paint(header, indices.at<std::uint8_t>(y, x), to);
        } else {
            const std::uint64_t stored = std::uint64_t(header.topDown ? y : height - 1 - y);
            if (context.bytes.read(header.pixelOffset + stored * raw.size(), raw.data(),
                                   raw.size()) != raw.size())
                context.failTruncated();
            convertRow(header, raw.data(), to);
        }
        target.done(y, 1);
        if (y % 64 == 0)
            context.reportRows(y, height);
    }
}

} // namespace

const FormatReader bmpReader = {FileFormat::Bmp,
                                [](std::span<const std::uint8_t> head) {
                                    // "BM" alone may begin a text; the size of the second header
                                    // may not.
                                    return head[0] == 'B' && head[1] == 'M' && head[15] <= 3 &&
                                           head[16] == 0 && head[17] == 0;
                                },
                                readBmpHeader, readBmp};

} // namespace autochrome
