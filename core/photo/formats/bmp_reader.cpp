// Windows bitmaps: all header versions, 1 to 32 bits per pixel, palettes, masks and run lengths.
#include "core/photo/formats/bmp_header.h"
#include "core/photo/formats/bmp_runs.h"

namespace autochrome::inline photo {
namespace {

void paint(const BmpHeader& header, unsigned index, std::uint8_t*& to)
{
    const auto& colour = header.palette[index];
    *to++ = colour[0];
    if (!header.greyPalette) {
        *to++ = colour[1];
        *to++ = colour[2];
    }
}

void convertRow(const BmpHeader& header, const std::uint8_t* from, std::uint8_t* to)
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
            const std::uint32_t pixel = bmpNumber(from + std::size_t(x) * unsigned(bytes), bytes);
            for (int c = 0; c < header.outputChannels(); ++c)
                *to++ = header.channels[std::size_t(c)].of(pixel);
        }
    }
}

PhotoHeader readBmpHeader(ReadContext& context)
{
    const BmpHeader header = bmpHeaderOf(context);
    if (header.width > 0x7fffffff || header.height > 0x7fffffff)
        context.failCorrupt("size");
    const bool masks = header.bits > 8 && header.channels[0].mask;
    return {FileFormat::Bmp, int(header.width), int(header.height),
            header.bits <= 8 ? 1 : header.outputChannels(),
            header.bits < 8              ? header.bits
            : masks && header.bits == 16 ? 5
                                         : 8};
}

void readStored(ReadContext& context, const BmpHeader& header, int row,
                std::vector<std::uint8_t>& raw)
{
    if (context.bytes.read(header.pixelOffset + std::uint64_t(row) * raw.size(), raw.data(),
                           raw.size()) != raw.size())
        context.failTruncated();
}

/// Refuses a picture that has no room in memory, or cannot be in the file.
void requireContent(ReadContext& context, const PixelTarget& target, const BmpHeader& header)
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
void dropEmptyAlpha(ReadContext& context, BmpHeader& header)
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
            if (bmpNumber(raw.data() + x * bytes, int(bytes)) & mask)
                return;
        }
    }
    header.channels[3] = BmpHeader::Channel();
}

void readBmp(ReadContext& context, PixelTarget& target, Photo& photo)
{
    BmpHeader header = bmpHeaderOf(context);
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
    BmpRuns runs(context, header);
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
