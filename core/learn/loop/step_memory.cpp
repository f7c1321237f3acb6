#include "core/learn/loop/step_memory.h"

#include <climits>
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace autochrome::inline learn {

void keepMemoryBetweenSteps()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that it takes
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_TOP_PAD, 256 << 20);
#endif
}

} // namespace autochrome::inline learn
