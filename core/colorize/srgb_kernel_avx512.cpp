#define AUTOCHROME_KERNEL_NAMESPACE kernel_avx512
#include "core/colorize/srgb_kernel_impl.h"
