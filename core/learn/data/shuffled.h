#pragma once

#include "core/learn/data/random.h"

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace autochrome::inline learn {

/// The photos of an epoch in the order in which they are sampled; the same everywhere
/// (Fisher-Yates).
inline std::vector<std::uint32_t> shuffledPhotos(std::int64_t count, std::uint64_t seed,
                                                 std::int64_t epoch)
{
    std::vector<std::uint32_t> photos(std::size_t(count), 0u);
    std::iota(photos.begin(), photos.end(), 0u);
    Random random(mixSeed(seed ^ 0x65706f6368ULL, std::uint64_t(epoch)));
    for (std::size_t i = photos.size(); i > 1; --i)
        std::swap(photos[i - 1], photos[random.below(i)]);
    return photos;
}

} // namespace autochrome::inline learn
