#pragma once

#include <algorithm>
#include <vector>

namespace autochrome::inline prints {

/// The upper of two in the middle; 0 of nothing. Changes their order.
inline double medianOf(std::vector<double>& values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace autochrome::inline prints
