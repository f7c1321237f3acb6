#include "core/photo/metadata/photoshop_resources.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <openssl/evp.h>

namespace autochrome::inline photo {
namespace {

constexpr std::size_t digestBytes = 16;

bool isDigestOf(std::span<const std::uint8_t> digest, std::span<const std::uint8_t> bytes)
{
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> found = {};
    unsigned length = 0;
    return EVP_Digest(bytes.data(), bytes.size(), found.data(), &length, EVP_md5(), nullptr) == 1 &&
           length == digestBytes && std::equal(digest.begin(), digest.end(), found.begin());
}

} // namespace

std::map<int, std::vector<std::uint8_t>> photoshopResources(std::span<const std::uint8_t> bytes)
{
    const auto number = [&bytes](std::size_t at, int count) {
        std::size_t value = 0;
        for (int i = 0; i < count; ++i)
            value = value << 8 | bytes[at + std::size_t(i)];
        return value;
    };
    std::map<int, std::vector<std::uint8_t>> found;
    for (std::size_t at = 0; at + 12 <= bytes.size();) {
        if (std::memcmp(bytes.data() + at, "8BIM", 4) != 0)
            break;
        const int id = int(number(at + 4, 2));
        at += 6 + ((1 + number(at + 6, 1) + 1) & ~std::size_t(1)); // a name, of even length
        if (at + 4 > bytes.size())
            break;
        const std::size_t size = number(at, 4);
        at += 4;
        if (size > bytes.size() - at)
            break;
        const auto content = bytes.subspan(at, size);
        found.try_emplace(id, content.begin(), content.end());
        at += size + (size & 1);
    }
    return found;
}

bool isChangedSince(std::span<const std::uint8_t> digest, std::span<const std::uint8_t> iptc)
{
    if (digest.size() != digestBytes ||
        std::all_of(digest.begin(), digest.end(), [](std::uint8_t byte) { return byte == 0; }))
        return false;
    // TIFF fills IPTC up to whole words.
    std::size_t end = iptc.size();
    for (int padding = 0; padding < 4; ++padding) {
        if (isDigestOf(digest, iptc.first(end)))
            return false;
        if (end == 0 || iptc[end - 1] != 0)
            break;
        --end;
    }
    return true;
}

} // namespace autochrome::inline photo
