#define AUTOCHROME_KERNEL_NAMESPACE kernel_baseline
#include "core/colorize/srgb_kernel_impl.h"
