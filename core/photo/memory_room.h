#pragma once

#include <cstdint>

namespace autochrome {

/// Bytes this process can still use without swapping: the machine's free memory (caches counted as
/// free) or what its control group leaves, whichever is less.
std::uint64_t availableMemory();

/// No picture with more pixels is read, whatever the machine: 2^32 of them.
inline constexpr std::uint64_t maximumPixels = std::uint64_t(1) << 32;

} // namespace autochrome
