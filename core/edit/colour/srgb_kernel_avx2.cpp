#define AUTOCHROME_KERNEL_NAMESPACE kernel_avx2
#include "core/edit/colour/srgb_kernel_impl.h"
