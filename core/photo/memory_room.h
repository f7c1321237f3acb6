#pragma once

#include "core/base/machine_memory.h"

#include <cstdint>

namespace autochrome::inline photo {

/// No picture with more pixels is read, whatever the machine: 2^32 of them.
inline constexpr std::uint64_t maximumPixels = std::uint64_t(1) << 32;

} // namespace autochrome::inline photo
