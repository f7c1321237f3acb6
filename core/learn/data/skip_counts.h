#pragma once

#include <cstdint>

namespace autochrome::inline learn {

/// Photos that were passed over, by reason. Each photo counts once.
struct SkipCounts
{
    std::int64_t corrupt = 0; ///< unreadable or not a picture
    std::int64_t grey = 0;    ///< black and white, or nearly
    std::int64_t toned = 0;   ///< one tint over everything
    std::int64_t small = 0;   ///< too small to learn from

    std::int64_t total() const { return corrupt + grey + toned + small; }
};

} // namespace autochrome::inline learn
