#include "core/photo/formats/tiff_outline.h"

#include <algorithm>
#include <tiff.h>

namespace autochrome::inline photo {
namespace {

/// Tags are sorted, and those that matter are among the first of any sane number.
constexpr std::uint64_t mostEntries = 4096;
/// More subordinate directories than any scanner or camera nests.
constexpr std::uint64_t mostUnder = 32;

std::size_t sizeOfType(std::uint64_t type)
{
    switch (type) {
    case TIFF_SHORT:
        return 2;
    case TIFF_LONG:
    case TIFF_IFD:
        return 4;
    case TIFF_LONG8:
    case TIFF_IFD8:
        return 8;
    default:
        return 1;
    }
}

} // namespace

TiffOutline::TiffOutline(ByteSource& bytes) : bytes_(bytes)
{
    std::uint8_t head[16] = {};
    if (bytes.read(0, head, sizeof(head)) < 8)
        return;
    bigEndian_ = head[0] == 'M';
    big_ = number(head + 2, 2) == 43;
    first_ = big_ ? number(head + 8, 8) : number(head + 4, 4);
}

std::uint64_t TiffOutline::number(const std::uint8_t* from, std::size_t size) const
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | from[bigEndian_ ? i : size - 1 - i];
    return value;
}

std::uint64_t TiffOutline::valueOf(const std::uint8_t* entry) const
{
    const std::size_t room = big_ ? 8 : 4;
    return number(entry + 4 + room, std::min(room, sizeOfType(number(entry + 2, 2))));
}

std::vector<std::uint64_t> TiffOutline::offsetsIn(const std::uint8_t* entry) const
{
    const std::size_t room = big_ ? 8 : 4;
    const std::size_t size = sizeOfType(number(entry + 2, 2));
    const auto count = std::size_t(std::min(number(entry + 4, room), mostUnder));
    std::vector<std::uint8_t> raw(entry + 4 + room, entry + 4 + 2 * room);
    if (size * count > room) {
        raw.assign(size * count, 0);
        raw.resize(bytes_.read(number(entry + 4 + room, room), raw.data(), raw.size()));
    }
    std::vector<std::uint64_t> offsets;
    for (std::size_t i = 0; i < count && (i + 1) * size <= raw.size(); ++i)
        offsets.push_back(number(raw.data() + i * size, size));
    return offsets;
}

void TiffOutline::take(const std::uint8_t* entry, Directory& directory) const
{
    switch (number(entry, 2)) {
    case TIFFTAG_PHOTOMETRIC:
        directory.photometric = unsigned(valueOf(entry));
        break;
    case TIFFTAG_COMPRESSION:
        directory.compression = unsigned(valueOf(entry));
        break;
    case TIFFTAG_SUBIFD:
        directory.under = offsetsIn(entry);
        break;
    case TIFFTAG_DNGVERSION:
        directory.hasDngVersion = true;
        break;
    default:
        break;
    }
}

std::optional<TiffOutline::Directory> TiffOutline::read(std::uint64_t offset) const
{
    const std::size_t countSize = big_ ? 8 : 2;
    const std::size_t entrySize = big_ ? 20 : 12;
    const std::size_t nextSize = big_ ? 8 : 4;
    std::uint8_t start[8];
    if (offset == 0 || bytes_.read(offset, start, countSize) != countSize)
        return std::nullopt;
    const std::uint64_t all = number(start, countSize);
    std::vector<std::uint8_t> raw(std::size_t(std::min(all, mostEntries)) * entrySize);
    raw.resize(bytes_.read(offset + countSize, raw.data(), raw.size()));

    Directory directory;
    std::uint64_t width = 0;
    std::uint64_t height = 0;
    std::uint64_t kind = 0;
    for (std::size_t at = 0; at + entrySize <= raw.size(); at += entrySize) {
        const std::uint8_t* entry = raw.data() + at;
        const std::uint64_t tag = number(entry, 2);
        if (tag == TIFFTAG_IMAGEWIDTH)
            width = valueOf(entry);
        else if (tag == TIFFTAG_IMAGELENGTH)
            height = valueOf(entry);
        else if (tag == TIFFTAG_SUBFILETYPE)
            kind = valueOf(entry);
        else if (tag == TIFFTAG_OSUBFILETYPE && valueOf(entry) == OFILETYPE_REDUCEDIMAGE)
            kind = FILETYPE_REDUCEDIMAGE;
        else
            take(entry, directory);
    }
    directory.full =
        width > 0 && height > 0 && (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
    std::uint8_t next[8];
    if (all <= mostEntries &&
        bytes_.read(offset + countSize + all * entrySize, next, nextSize) == nextSize)
        directory.next = number(next, nextSize);
    return directory;
}

} // namespace autochrome::inline photo
