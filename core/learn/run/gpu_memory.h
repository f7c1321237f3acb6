#pragma once

#include <cstdint>
#include <optional>

namespace autochrome::inline learn {

/// Memory of a GPU, in bytes.
struct GpuMemory
{
    std::uint64_t used = 0; ///< by all processes
    std::uint64_t size = 0;
};

/// The memory of the GPU with this number; empty where there is none, or no CUDA. Chooses that GPU
/// for the calling thread.
std::optional<GpuMemory> gpuMemory(int index);

} // namespace autochrome::inline learn
