#define AUTOCHROME_KERNEL_NAMESPACE kernel_baseline
#include "core/edit/colour/srgb_kernel_impl.h"
