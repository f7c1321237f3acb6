#pragma once

#include "core/base/progress.h"

#include <array>
#include <cstdint>
#include <opencv2/core.hpp>
#include <span>
#include <vector>

namespace autochrome::inline learn {

/// What a photo looks like, in a few bytes.
struct PhotoLook
{
    static constexpr int side = 6;

    /// Of a 9 x 8 thumbnail in grey, row by row: whether each pixel is lighter than its left
    /// neighbour by more than one of 255 steps. After the difference hash ("dHash") of N. Krawetz,
    /// "Kind of Like That", The Hacker Factor Blog, 2013; the margin of one step is ours, so that
    /// even areas do not hash their noise.
    std::uint64_t hash = 0;
    /// A thumbnail of 6 x 6 in grey, in 1/32 standard deviations from its mean. The hash alone
    /// takes portraits, and sunsets, for each other.
    std::array<std::int8_t, side* side> tones = {};

    bool operator==(const PhotoLook&) const = default;
};

/// @param bgr  8-bit, not empty
PhotoLook lookOf(const cv::Mat& bgr);

/// Bits in which the hashes of two near-copies may differ.
inline constexpr int nearCopyBits = 6;

/// Whether two photos are the same picture, scaled, compressed anew or made lighter; a cropped,
/// turned or mirrored photo is another. The hashes differ in at most `bits` bits and the tones
/// correlate by at least 0.99.
bool areNearCopies(const PhotoLook& a, const PhotoLook& b, int bits = nearCopyBits);

/// Puts together photos that are near-copies of each other, or of near-copies of each other.
/// Found by bands: hashes that differ in at most n bits agree in at least one of n + 1 bands, so
/// that only those that share a band are compared, not all with all.
/// @param bits  in [0, 15]
/// @param progress  only stops it: then the groups are incomplete
/// @returns for each look the position of the first one of its group: its own if it is alone
std::vector<std::int64_t> groupNearCopies(std::span<const PhotoLook> looks, int bits = nearCopyBits,
                                          const Progress& progress = {});

/// For each look whether it is a near-copy of any of some others; much faster than grouping all if
/// the others are few.
/// @param bits  in [0, 15]
/// @param progress  only stops it: then the answer is incomplete
std::vector<bool> haveNearCopies(std::span<const PhotoLook> looks,
                                 std::span<const PhotoLook> others, int bits = nearCopyBits,
                                 const Progress& progress = {});

} // namespace autochrome::inline learn
