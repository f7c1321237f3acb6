#include "core/edit/colour/srgb_kernel.h"

namespace autochrome::inline edit {

namespace kernel_baseline {
void colouriseBlock(const KernelJob& job);
}
#ifdef AUTOCHROME_X86_KERNELS
namespace kernel_avx2 {
void colouriseBlock(const KernelJob& job);
}
namespace kernel_avx512 {
void colouriseBlock(const KernelJob& job);
}
#endif

int srgbKernels(KernelFunction kernels[3])
{
    int count = 0;
    kernels[count++] = kernel_baseline::colouriseBlock;
#ifdef AUTOCHROME_X86_KERNELS
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        kernels[count++] = kernel_avx2::colouriseBlock;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        kernels[count++] = kernel_avx512::colouriseBlock;
#endif
    return count;
}

KernelFunction srgbKernel()
{
    KernelFunction kernels[3] = {};
    return kernels[srgbKernels(kernels) - 1];
}

} // namespace autochrome::inline edit
