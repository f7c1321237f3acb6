#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace autochrome::inline photo {

/// Photoshop's image resources by their number, the first of each; those behind damage are left
/// out.
std::map<int, std::vector<std::uint8_t>> photoshopResources(std::span<const std::uint8_t> bytes);

namespace photoshop {
constexpr int iptc = 0x0404;
constexpr int isCopyrighted = 0x040A;
constexpr int url = 0x040B;
constexpr int iptcDigest = 0x0425; ///< MD5 of the IPTC when XMP was last brought into step with it
} // namespace photoshop

/// Whether a digest is there and is not that of this IPTC.
bool isChangedSince(std::span<const std::uint8_t> digest, std::span<const std::uint8_t> iptc);

} // namespace autochrome::inline photo
