#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace autochrome::inline photo {

/// The profile in the data of an iCCP chunk, as far as it can be unpacked. libpng itself hands out
/// none that it has the slightest doubt about, whatever can be made of it.
std::vector<std::uint8_t> profileOfChunk(std::span<const std::uint8_t> chunk);

/// Whether libpng, the strictest of the libraries, takes this RGB profile into a file.
bool fitsPng(const std::vector<std::uint8_t>& profile);

} // namespace autochrome::inline photo
