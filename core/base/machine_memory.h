#pragma once

#include <cstdint>

namespace autochrome::inline base {

/// Bytes this process can still use without swapping: the machine's free memory (caches counted as
/// free), what its control group leaves or what the limit on its address space leaves, whichever is
/// least.
std::uint64_t availableMemory();

/// Bytes of memory that this process has in use now, and the most that it ever had. 0 where the
/// system does not tell.
std::uint64_t residentMemory();
std::uint64_t peakResidentMemory();

} // namespace autochrome::inline base
