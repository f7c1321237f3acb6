#pragma once

#include <cstdint>

namespace autochrome::inline base {

/// Bytes that the machine has, or those that this process's control groups limit it to, if that is
/// less: what a share of the memory is reckoned from.
std::uint64_t usableMemory();

/// Bytes this process can still use without swapping: the machine's free memory (caches counted as
/// free), what its control groups leave or what the limit on its address space leaves, whichever is
/// least.
std::uint64_t availableMemory();

/// Bytes of memory that this process has in use now, and the most that it ever had. 0 where the
/// system does not tell.
std::uint64_t residentMemory();
std::uint64_t peakResidentMemory();

} // namespace autochrome::inline base
