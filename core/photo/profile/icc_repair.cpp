#include "core/photo/profile/icc_repair.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace autochrome::inline photo {
namespace {

using Bytes = std::vector<std::uint8_t>;

// ICC.1:2010, 7.2: places in the header.
constexpr std::size_t lengthAt = 0;
constexpr std::size_t versionAt = 8;
constexpr std::size_t signatureAt = 36;
constexpr std::size_t intentAt = 64;
constexpr std::size_t illuminantAt = 68;
constexpr std::size_t idAt = 84;
constexpr std::size_t tableAt = 128;
constexpr std::size_t entrySize = 12;
constexpr std::array<std::uint8_t, 12> d50 = {0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D};

/// Tags that say nothing about colours, so that a profile may do without them.
constexpr std::array<std::string_view, 21> besideColours = {
    "desc", "cprt", "dmnd", "dmdd", "dscm", "vcgt", "vued", "view", "meas", "tech", "targ",
    "calt", "mmod", "ndin", "pseq", "psid", "scrd", "devs", "lumi", "meta", "gamt"};

struct Tag
{
    std::string_view name; ///< four letters, in the old bytes
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

std::uint32_t number(const Bytes& bytes, std::size_t at)
{
    return std::uint32_t(bytes[at]) << 24 | std::uint32_t(bytes[at + 1]) << 16 |
           std::uint32_t(bytes[at + 2]) << 8 | bytes[at + 3];
}

void setNumber(Bytes& bytes, std::size_t at, std::size_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = std::uint8_t(value >> (24 - 8 * i));
}

std::size_t padded(std::size_t size)
{
    return (size + 3) & ~std::size_t(3);
}

/// The tags that are there; nothing if one that colours need is not.
std::optional<std::vector<Tag>> tagsOf(const Bytes& bytes)
{
    const std::uint32_t count = number(bytes, tableAt);
    if (count > (bytes.size() - tableAt - 4) / entrySize)
        return std::nullopt;
    std::vector<Tag> tags;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = tableAt + 4 + i * entrySize;
        const Tag tag = {{reinterpret_cast<const char*>(bytes.data()) + at, 4},
                         number(bytes, at + 4),
                         number(bytes, at + 8)};
        if (tag.offset <= bytes.size() && tag.length <= bytes.size() - tag.offset)
            tags.push_back(tag);
        else if (std::ranges::find(besideColours, tag.name) == besideColours.end())
            return std::nullopt;
    }
    return tags;
}

/// The same tags anew, one after the other from places that are multiples of four. Tags may share
/// their data, as the three curves often do.
Bytes laidOut(const Bytes& bytes, const std::vector<Tag>& tags)
{
    Bytes out(bytes.begin(), bytes.begin() + tableAt);
    out.resize(tableAt + 4 + tags.size() * entrySize);
    setNumber(out, tableAt, tags.size());
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> places;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const Tag& tag = tags[i];
        const auto [place, isNew] = places.try_emplace({tag.offset, tag.length}, out.size());
        const std::size_t at = tableAt + 4 + i * entrySize;
        std::copy(tag.name.begin(), tag.name.end(), out.begin() + std::ptrdiff_t(at));
        setNumber(out, at + 4, place->second);
        setNumber(out, at + 8, tag.length);
        if (isNew) {
            const auto from = bytes.begin() + std::ptrdiff_t(tag.offset);
            out.insert(out.end(), from, from + std::ptrdiff_t(tag.length));
            out.resize(padded(out.size()));
        }
    }
    return out;
}

} // namespace

std::optional<Bytes> repairedProfile(const Bytes& bytes)
{
    if (bytes.size() < tableAt + 4 || number(bytes, signatureAt) != 0x61637370 /* acsp */)
        return std::nullopt;
    const std::optional<std::vector<Tag>> tags = tagsOf(bytes);
    if (!tags)
        return std::nullopt;
    Bytes out = bytes;
    std::size_t end = tableAt + 4 + tags->size() * entrySize;
    bool aligned = tags->size() == number(bytes, tableAt);
    for (const Tag& tag : *tags) {
        end = std::max<std::size_t>(end, std::size_t(tag.offset) + tag.length);
        aligned = aligned && tag.offset % 4 == 0;
    }
    if (!aligned) {
        out = laidOut(bytes, *tags);
    } else {
        const std::size_t said = number(bytes, lengthAt);
        out.resize(said >= end && said <= bytes.size() ? said : padded(end));
        if (out[versionAt] >= 4)
            out.resize(padded(out.size()));
    }
    setNumber(out, lengthAt, out.size());
    std::ranges::copy(d50, out.begin() + illuminantAt);
    if (number(out, intentAt) > 3)
        setNumber(out, intentAt, 0);
    // The checksum of other bytes than these is none; zeros say so.
    if (out != bytes)
        std::fill_n(out.begin() + idAt, 16, std::uint8_t(0));
    return out;
}

} // namespace autochrome::inline photo
