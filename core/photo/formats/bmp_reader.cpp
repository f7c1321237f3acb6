// Windows bitmaps: all header versions, 1 to 32 bits per pixel, palettes, masks and run lengths.
#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace autochrome::inline photo {
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
    std::uint64_t codeBytes = 0;
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
    bool runs() const { return compression == Rle8 || compression == Rle4; }
    std::uint64_t rowBytes() const { return (std::uint64_t(width) * unsigned(bits) + 31) / 32 * 4; }
    /// Of all pixels in the file; run lengths tell it themselves, as far as they do.
    std::uint64_t storedBytes() const { return runs() ? codeBytes : rowBytes() * height; }
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
        header.codeBytes = number(dib + 20, 4);
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
    header.pixelOffset = std::max(header.pixelOffset, afterHeader);
    constexpr std::uint32_t embedded = 0x4D424544; // 'MBED'
    if (dibSize >= 124 && number(dib + 56, 4) == embedded) {
        header.profileOffset = 14 + std::uint64_t(number(dib + 112, 4));
        header.profileSize = number(dib + 116, 4);
    }
    return header;
}

/// The rows of a run-length encoded picture, which come one after the other from the bottom up, so
/// that a small file never needs room for the large picture that it may claim to be.
class Runs
{
public:
    Runs(ReadContext& context, const Header& header)
        : context_(context),
          header_(header),
          block_(1 << 16),
          offset_(header.pixelOffset),
          row_(header.width)
    {
    }

    /// The palette indices of the next row; those that the code skips are 0.
    const std::vector<std::uint8_t>& next()
    {
        std::fill(row_.begin(), row_.end(), std::uint8_t(0));
        if (ended_)
            return row_;
        if (skipped_ > 0) {
            --skipped_;
            if (skipped_ > 0)
                return row_;
        }
        while (!ended_ && skipped_ == 0)
            step();
        return row_;
    }

private:
    unsigned byte()
    {
        if (at_ == have_) {
            context_.progress.checkpoint();
            have_ = context_.bytes.read(offset_, block_.data(), block_.size());
            offset_ += have_;
            at_ = 0;
            if (have_ == 0)
                context_.failTruncated();
        }
        return block_[at_++];
    }

    void put(unsigned index)
    {
        if (x_ < row_.size())
            row_[x_] = std::uint8_t(index);
        ++x_;
    }

    /// One element of the code: a run, a literal run, or a move.
    void step()
    {
        const bool nibbles = header_.compression == Rle4;
        const unsigned count = byte();
        const unsigned value = byte();
        if (count > 0) {
            for (unsigned i = 0; i < count; ++i)
                put(!nibbles ? value : i % 2 ? value & 15 : value >> 4);
        } else if (value == 0) {
            x_ = 0;
            skipped_ = 1;
        } else if (value == 1) {
            ended_ = true;
        } else if (value == 2) {
            x_ += byte();
            skipped_ = byte();
        } else {
            const unsigned bytes = nibbles ? (value + 1) / 2 : value;
            for (unsigned i = 0; i < bytes; ++i) {
                const unsigned literal = byte();
                if (!nibbles) {
                    put(literal);
                } else {
                    put(literal >> 4);
                    if (2 * i + 1 < value)
                        put(literal & 15);
                }
            }
            if (bytes % 2)
                byte(); // padding
        }
    }

    ReadContext& context_;
    const Header& header_;
    std::vector<std::uint8_t> block_;
    std::uint64_t offset_;
    std::size_t at_ = 0;
    std::size_t have_ = 0;
    std::vector<std::uint8_t> row_;
    std::uint64_t x_ = 0;
    unsigned skipped_ = 0; ///< rows that a move has passed over and that are not yet asked for
    bool ended_ = false;
};

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

void readStored(ReadContext& context, const Header& header, int row, std::vector<std::uint8_t>& raw)
{
    if (context.bytes.read(header.pixelOffset + std::uint64_t(row) * raw.size(), raw.data(),
                           raw.size()) != raw.size())
        context.failTruncated();
}

/// Refuses a picture that has no room in memory, or cannot be in the file.
void requireContent(ReadContext& context, const PixelTarget& target, const Header& header)
{
    context.requireRoom(target, header.width, header.height, CV_8UC(header.outputChannels()), 1);
    const std::uint64_t size = context.bytes.size();
    const std::uint64_t there = size > header.pixelOffset ? size - header.pixelOffset : 0;
    if (!header.runs()) {
        if (header.storedBytes() > there)
            context.failTruncated("pixels");
        return;
    }
    // Two bytes paint 255 pixels at most. Code may also leave pixels out, but nobody leaves out
    // most of a large picture, and a small one may do as it likes.
    constexpr std::uint64_t small = 64'000'000;
    const std::uint64_t pixels = std::uint64_t(header.width) * header.height;
    if (pixels > small && pixels / 255 > there / 2)
        context.failCorrupt("more pixels than the file can hold");
}

/// Many programs leave the fourth byte of a pixel at 0 without meaning transparency by it, whatever
/// the header says.
void dropEmptyAlpha(ReadContext& context, Header& header)
{
    const std::uint32_t mask = header.channels[3].mask;
    if (mask == 0)
        return;
    const std::size_t bytes = std::size_t(header.bits) / 8;
    std::vector<std::uint8_t> raw(header.rowBytes());
    for (int row = 0; row < int(header.height); ++row) {
        context.progress.checkpoint();
        readStored(context, header, row, raw);
        for (std::size_t x = 0; x < header.width; ++x) {
            if (number(raw.data() + x * bytes, int(bytes)) & mask)
                return;
        }
    }
    header.channels[3] = Channel();
}

void readBmp(ReadContext& context, PixelTarget& target, Photo& photo)
{
    Header header = headerOf(context);
    requireContent(context, target, header);
    dropEmptyAlpha(context, header);
    const int type = CV_8UC(header.outputChannels());
    photo.resolution = header.resolution;
    if (header.profileSize > 0 && header.profileSize < (16u << 20)) {
        photo.icc.resize(header.profileSize);
        photo.icc.resize(
            context.bytes.read(header.profileOffset, photo.icc.data(), photo.icc.size()));
    }
    const int height = int(header.height);
    target.create(cv::Size(int(header.width), height), type);
    Runs runs(context, header);
    std::vector<std::uint8_t> raw(header.rowBytes());
    for (int stored = 0; stored < height; ++stored) {
        const int y = header.topDown ? stored : height - 1 - stored;
        cv::Mat row = target.rows(y, 1);
        std::uint8_t* to = row.ptr(0);
        if (header.runs()) {
            for (const std::uint8_t index : runs.next())
                paint(header, index, to);
        } else {
            readStored(context, header, stored, raw);
            convertRow(header, raw.data(), to);
        }
        target.done(y, 1);
        if (stored % 64 == 0)
            context.reportRows(stored, height);
    }
}

} // namespace

const FormatReader bmpReader = {readBmpHeader, readBmp, [](std::span<const std::uint8_t> head) {
                                    // "BM" alone may begin a text; the size of the second header
                                    // may not.
                                    return head[15] <= 3 && head[16] == 0 && head[17] == 0;
                                }};

} // namespace autochrome::inline photo
