#pragma once

#include <cstdint>

namespace autochrome {

/// Bytes this process can still use without swapping: the machine's free memory (caches counted as
/// free) or what its control group leaves, whichever is less.
std::uint64_t availableMemory();

/// Bytes of memory that this process has in use now, and the most that it ever had. 0 where the
/// system does not tell.
std::uint64_t residentMemory();
std::uint64_t peakResidentMemory();

} // namespace autochrome
