#include "core/learn/run/thinning.h"

namespace autochrome::inline learn {

std::size_t mostCrowded(const std::vector<std::int64_t>& steps)
{
    std::size_t found = 1;
    for (std::size_t i = 2; i + 1 < steps.size(); ++i)
        if (steps[i + 1] - steps[i - 1] < steps[found + 1] - steps[found - 1])
            found = i;
    return found;
}

} // namespace autochrome::inline learn
