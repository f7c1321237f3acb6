#include "tiff_of_tags.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <zlib.h>

namespace autochrome {
namespace {

/// Numbers out of bytes; zeros once they are used up.
class Decisions
{
public:
    explicit Decisions(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    unsigned byte()
    {
        if (bytes_.empty())
            return 0;
        const unsigned value = bytes_[0];
        bytes_ = bytes_.subspan(1);
        return value;
    }
    bool oneOf(unsigned many) { return byte() % many == many - 1; }
    std::uint64_t of(std::initializer_list<std::uint64_t> values)
    {
        return *(values.begin() + byte() % values.size());
    }

private:
    std::span<const std::uint8_t> bytes_;
};

struct Entry
{
    std::uint16_t tag = 0;
    std::uint16_t type = 3;
    std::uint64_t count = 1; ///< as written; the values need not agree
    std::vector<std::uint64_t> values;
};

std::size_t sizeOfType(unsigned type)
{
    constexpr std::size_t sizes[] = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8};
    return type < std::size(sizes) ? sizes[type] : 1;
}

/// Bytes of a file in the chosen order and size of numbers.
class File
{
public:
    File(bool bigEndian, bool bigTiff) : bigEndian_(bigEndian), bigTiff_(bigTiff)
    {
        bytes = bigEndian ? Bytes{'M', 'M'} : Bytes{'I', 'I'};
        put(bigTiff ? 43 : 42, 2);
        if (bigTiff) {
            put(8, 2);
            put(0, 2);
        }
        link_ = bytes.size();
        put(0, offsetSize());
    }

    std::uint64_t append(const Bytes& more)
    {
        bytes.resize((bytes.size() + 1) & ~std::size_t(1));
        const std::size_t at = bytes.size();
        bytes.insert(bytes.end(), more.begin(), more.end());
        return at;
    }

    /// Writes a directory; returns where. A `linked` one follows the last linked one.
    std::uint64_t directory(std::vector<Entry> entries, bool linked)
    {
        std::ranges::stable_sort(entries, {}, &Entry::tag);
        std::vector<std::uint64_t> places;
        for (const Entry& entry : entries)
            places.push_back(entry.values.size() * sizeOfType(entry.type) > offsetSize()
                                 ? append(encoded(entry))
                                 : 0);
        bytes.resize((bytes.size() + 1) & ~std::size_t(1));
        const std::size_t at = bytes.size();
        put(entries.size(), bigTiff_ ? 8 : 2);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            put(entries[i].tag, 2);
            put(entries[i].type, 2);
            put(entries[i].count, offsetSize());
            if (places[i] > 0) {
                put(places[i], offsetSize());
            } else {
                Bytes inPlace = encoded(entries[i]);
                inPlace.resize(offsetSize());
                bytes.insert(bytes.end(), inPlace.begin(), inPlace.end());
            }
        }
        const std::size_t next = bytes.size();
        put(0, offsetSize());
        if (linked) {
            for (std::size_t i = 0; i < offsetSize(); ++i)
                bytes[link_ + i] = byteOf(at, i, offsetSize());
            link_ = next;
        }
        return at;
    }

    Bytes bytes;

private:
    std::size_t offsetSize() const { return bigTiff_ ? 8 : 4; }
    std::uint8_t byteOf(std::uint64_t value, std::size_t i, std::size_t size) const
    {
        return std::uint8_t(value >> (8 * (bigEndian_ ? size - 1 - i : i)));
    }
    void put(std::uint64_t value, std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i)
            bytes.push_back(byteOf(value, i, size));
    }
    Bytes encoded(const Entry& entry) const
    {
        Bytes out;
        const std::size_t size = sizeOfType(entry.type);
        for (const std::uint64_t value : entry.values) {
            for (std::size_t i = 0; i < size; ++i)
                out.push_back(byteOf(value, i, size));
        }
        return out;
    }

    bool bigEndian_;
    bool bigTiff_;
    std::size_t link_ = 0;
};

/// TIFF's LZW without any shrinking: a clear code before the table grows past nine bits.
Bytes lzwOf(const Bytes& plain)
{
    Bytes out;
    unsigned held = 0;
    int bits = 0;
    const auto put = [&](unsigned code) {
        held = held << 9 | code;
        for (bits += 9; bits >= 8; bits -= 8)
            out.push_back(std::uint8_t(held >> (bits - 8)));
        held &= 0xFF;
    };
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i % 200 == 0)
            put(256);
        put(plain[i]);
    }
    put(257);
    out.push_back(std::uint8_t(held << (8 - bits)));
    return out;
}

Bytes packbitsOf(const Bytes& plain)
{
    Bytes out;
    for (std::size_t i = 0; i < plain.size(); i += 128) {
        const std::size_t count = std::min<std::size_t>(128, plain.size() - i);
        out.push_back(std::uint8_t(count - 1));
        out.insert(out.end(), plain.begin() + std::ptrdiff_t(i),
                   plain.begin() + std::ptrdiff_t(i + count));
    }
    return out;
}

Bytes deflated(const Bytes& plain)
{
    Bytes out(compressBound(plain.size()));
    uLongf size = out.size();
    compress2(out.data(), &size, plain.data(), plain.size(), 1);
    out.resize(size);
    return out;
}

/// Encoding JPEGs is what takes the time; the same ones are asked for again and again.
const Bytes& jpegOf(int width, int height, int channels)
{
    static std::map<std::tuple<int, int, int>, Bytes> known;
    Bytes& bytes = known[{width, height, channels}];
    if (bytes.empty())
        bytes = jpegBytes(testPicture({width, height}, CV_MAKETYPE(CV_8U, channels)));
    return bytes;
}

enum : unsigned { None = 1, OldJpeg = 6, Jpeg = 7, Deflate = 8, Lzw = 5, PackBits = 32773 };

Bytes packed(unsigned compression, std::size_t size, int width, int height, int jpegChannels)
{
    Bytes plain(size);
    for (std::size_t i = 0; i < size; ++i)
        plain[i] = std::uint8_t(i * 37 + i / 251);
    switch (compression) {
    case OldJpeg:
    case Jpeg:
        return jpegOf(width, height, jpegChannels);
    case Deflate:
        return deflated(plain);
    case Lzw:
        return lzwOf(plain);
    case PackBits:
        return packbitsOf(plain);
    default:
        return plain; // what a fax codec makes of it is its own affair
    }
}

std::vector<Entry> pageOf(Decisions& choose, File& file)
{
    const std::uint64_t width = 1 + choose.byte() % 48;
    const std::uint64_t height = 1 + choose.byte() % 40;
    const unsigned photometric = unsigned(choose.of({1, 0, 2, 3, 5, 6, 4, 8}));
    const unsigned compression =
        unsigned(choose.of({None, OldJpeg, Jpeg, Deflate, Lzw, PackBits, 3, 4}));
    const bool jpeg = compression == OldJpeg || compression == Jpeg;
    const std::uint64_t bits = jpeg ? 8 : choose.of({8, 16, 1, 4, 2});
    const unsigned colours = photometric == 5                                           ? 4
                             : photometric == 2 || photometric == 6 || photometric == 8 ? 3
                                                                                        : 1;
    const std::uint64_t samples = colours + choose.of({0, 0, 0, 1, 2});
    const bool separate = choose.oneOf(4);
    const bool tiled = choose.oneOf(3);
    const std::uint64_t partWidth = tiled ? 16 : width;
    const std::uint64_t partHeight = tiled ? 16 : std::min(height, choose.of({64, 5, 1, 16}));
    const std::uint64_t inPart = separate ? 1 : samples;
    const std::uint64_t down = (height + partHeight - 1) / partHeight;
    const std::uint64_t across = (width + partWidth - 1) / partWidth;
    const std::uint64_t parts = down * across * (separate ? samples : 1);
    const Bytes data = packed(compression, (partWidth * bits * inPart + 7) / 8 * partHeight,
                              int(partWidth), int(compression == OldJpeg ? height : partHeight),
                              int(choose.of({inPart >= 4   ? 4u
                                             : inPart >= 3 ? 3u
                                                           : 1u,
                                             3, 1, 4})));
    const std::uint64_t at = file.append(data);

    std::vector<Entry> page;
    const auto add = [&page](std::uint16_t tag, std::uint16_t type,
                             std::vector<std::uint64_t> values) {
        page.push_back({tag, type, values.size(), std::move(values)});
    };
    add(254, 4, {choose.of({0, 0, 1, 2, 4})});
    add(256, 3, {width});
    add(257, 3, {height});
    add(258, 3, std::vector<std::uint64_t>(samples, bits));
    add(259, 3, {compression});
    add(262, 3, {photometric});
    add(277, 3, {samples});
    add(284, 3, {separate ? 2u : 1u});
    add(274, 3, {1 + choose.byte() % 8});
    add(tiled ? 324 : 273, 4, std::vector<std::uint64_t>(parts, at));
    add(tiled ? 325 : 279, 4, std::vector<std::uint64_t>(parts, data.size()));
    if (tiled) {
        add(322, 3, {partWidth});
        add(323, 3, {partHeight});
    } else {
        add(278, 3, {partHeight});
    }
    if (samples > colours)
        add(338, 3, std::vector<std::uint64_t>(samples - colours, choose.of({2, 1, 0})));
    if (photometric == 3) {
        std::vector<std::uint64_t> map(3u << std::min<std::uint64_t>(bits, 8));
        for (std::size_t i = 0; i < map.size(); ++i)
            map[i] = i * 977 & 0xFFFF;
        add(320, 3, std::move(map));
    }
    if (photometric == 6)
        add(530, 3, {choose.of({1, 2, 2, 4}), choose.of({1, 2, 1, 4})});
    if (compression == OldJpeg) {
        add(512, 3, {1});
        add(513, 4, {at});
        add(514, 4, {data.size()});
    }
    if (compression == Lzw || compression == Deflate)
        add(317, 3, {choose.of({1, 2})});
    return page;
}

void mutate(Decisions& choose, std::vector<Entry>& page)
{
    for (unsigned left = choose.byte() % 5; left > 0 && !page.empty(); --left) {
        Entry& entry = page[choose.byte() % page.size()];
        const std::uint64_t odd = choose.of(
            {0,  1,  2,  3,  4,   5,   6,    7,     8,     9,     12,         16,        17,
             32, 33, 47, 64, 255, 256, 1000, 32767, 65535, 65536, 0x7FFFFFFF, 0xFFFFFFFF});
        switch (choose.byte() % 8) {
        case 0:
            entry.count = odd;
            break;
        case 1:
            entry.type = std::uint16_t(choose.of({1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 18}));
            break;
        case 2:
            page.erase(page.begin() + (&entry - page.data()));
            break;
        case 3:
            page.push_back(entry);
            break;
        case 4:
            page.push_back({std::uint16_t(choose.of({254, 255, 266, 297, 317, 330, 332, 338, 339,
                                                     347, 512, 513, 519, 530, 532, 50706})),
                            std::uint16_t(choose.of({3, 4, 1})),
                            1,
                            {odd}});
            break;
        default:
            if (!entry.values.empty())
                entry.values[choose.byte() % entry.values.size()] = odd;
        }
    }
}

} // namespace

Bytes tiffOfTags(std::span<const std::uint8_t> decisions)
{
    Decisions choose(decisions);
    const bool bigEndian = choose.oneOf(4);
    File file(bigEndian, choose.oneOf(8));
    const unsigned pages = choose.oneOf(4) ? 2 : 1;
    for (unsigned i = 0; i < pages; ++i) {
        std::vector<Entry> page = pageOf(choose, file);
        if (choose.oneOf(6))
            page.push_back({330, 4, 1, {file.directory(pageOf(choose, file), false)}});
        mutate(choose, page);
        file.directory(std::move(page), true);
    }
    return file.bytes;
}

Bytes oldJpegTiff(const Bytes& jpeg, cv::Size size, int samples, int photometric)
{
    File file(false, false);
    const std::uint64_t at = file.append(jpeg);
    const auto height = std::uint64_t(size.height);
    const auto count = std::uint64_t(samples);
    file.directory({{256, 3, 1, {std::uint64_t(size.width)}},
                    {257, 3, 1, {height}},
                    {258, 3, count, std::vector<std::uint64_t>(count, 8)},
                    {259, 3, 1, {OldJpeg}},
                    {262, 3, 1, {std::uint64_t(photometric)}},
                    {273, 4, 1, {at}},
                    {277, 3, 1, {count}},
                    {278, 3, 1, {height}},
                    {279, 4, 1, {jpeg.size()}},
                    {512, 3, 1, {1}},
                    {513, 4, 1, {at}},
                    {514, 4, 1, {jpeg.size()}},
                    {530, 3, 2, {1, 1}}},
                   true);
    return file.bytes;
}

} // namespace autochrome
