#include "core/photo/formats/tiff_directory.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace autochrome::inline photo {
namespace {

using Entry = std::array<std::uint8_t, 12>;
using Directory = std::map<std::uint16_t, Entry>; ///< by tag, as TIFF wants them sorted

std::uint32_t number(const std::uint8_t* from, int bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= std::uint32_t(from[i]) << (8 * i);
    return value;
}

void put(std::vector<std::uint8_t>& to, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to.push_back(std::uint8_t(value >> (8 * i)));
}

/// Adds the directory at `offset`; `offset` then is the next one's.
bool readDirectory(OutputFile& file, std::uint32_t& offset, Directory& directory)
{
    std::uint8_t count[2];
    if (offset == 0 || file.readAt(offset, count, 2) != 2)
        return false;
    std::vector<std::uint8_t> bytes(number(count, 2) * 12 + 4);
    if (file.readAt(offset + 2, bytes.data(), bytes.size()) != bytes.size())
        return false;
    for (std::size_t at = 0; at + 12 < bytes.size(); at += 12) {
        Entry entry;
        std::copy_n(bytes.begin() + std::ptrdiff_t(at), 12, entry.begin());
        directory[std::uint16_t(number(entry.data(), 2))] = entry;
    }
    offset = number(bytes.data() + bytes.size() - 4, 4);
    return true;
}

} // namespace

bool mergeDirectories(OutputFile& file)
{
    std::uint8_t header[8];
    if (file.readAt(0, header, 8) != 8 || header[0] != 'I' || header[2] != 42)
        return false;
    std::uint32_t offset = number(header + 4, 4);
    Directory directory;
    // Exiv2 may have linked a thumbnail's directory to the first; the last one is libtiff's.
    Directory last;
    while (offset != 0) {
        last.clear();
        if (!readDirectory(file, offset, last))
            return false;
        if (directory.empty())
            directory = last;
    }
    for (const auto& [tag, entry] : last)
        directory[tag] = entry;

    const std::uint64_t at = (file.size() + 1) & ~std::uint64_t(1);
    if (at > 0xFFFFFFFFu - 12 * directory.size() - 6)
        return false;
    std::vector<std::uint8_t> bytes;
    put(bytes, std::uint32_t(directory.size()), 2);
    for (const auto& [tag, entry] : directory)
        bytes.insert(bytes.end(), entry.begin(), entry.end());
    put(bytes, 0, 4);
    std::vector<std::uint8_t> link;
    put(link, std::uint32_t(at), 4);
    return file.writeAt(at, bytes.data(), bytes.size()) &&
           file.writeAt(4, link.data(), link.size());
}

} // namespace autochrome::inline photo
