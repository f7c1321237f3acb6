#include "core/learn/run/gpu_memory.h"

#include <cstddef>
#include <dlfcn.h>

namespace autochrome::inline learn {

// CUDA's headers are not there in most builds; its library is, if LibTorch brought it.
std::optional<GpuMemory> gpuMemory(int index)
{
    using SetDevice = int (*)(int);
    using MemGetInfo = int (*)(std::size_t*, std::size_t*);
    static const auto setDevice =
        reinterpret_cast<SetDevice>(::dlsym(RTLD_DEFAULT, "cudaSetDevice"));
    static const auto memGetInfo =
        reinterpret_cast<MemGetInfo>(::dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    std::size_t available = 0;
    std::size_t size = 0;
    if (!setDevice || !memGetInfo || setDevice(index) != 0 || memGetInfo(&available, &size) != 0)
        return {};
    return GpuMemory{size - available, size};
}

} // namespace autochrome::inline learn
