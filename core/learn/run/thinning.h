#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace autochrome::inline learn {

/// Which of ascending steps to give up so that the rest stay spread as evenly as they can: the one
/// whose neighbours are nearest to each other. The first and the last one stay.
/// @returns an index into `steps`, which has at least three
std::size_t mostCrowded(const std::vector<std::int64_t>& steps);

} // namespace autochrome::inline learn
