#define AUTOCHROME_KERNEL_NAMESPACE kernel_avx2
#include "core/colorize/srgb_kernel_impl.h"
