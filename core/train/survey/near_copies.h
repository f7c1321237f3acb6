#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <span>
#include <vector>

namespace autochrome {

/// What a photo looks like in 64 bits: of a 9 x 8 thumbnail in grey, row by row, whether each pixel
/// is lighter than its left neighbour by more than one of 255 steps. Hardly changes when a photo is
/// scaled, compressed or made lighter; a cropped, turned or mirrored photo gets another. After the
/// difference hash ("dHash") of N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 2013; the
/// margin of one step is ours, so that even areas do not hash their noise.
/// @param bgr  8-bit, not empty
std::uint64_t differenceHash(const cv::Mat& bgr);

/// Bits in which the hashes of two near-copies may differ.
inline constexpr int nearCopyBits = 4;

/// Puts together photos that are near-copies of each other, or of near-copies of each other.
/// Found by bands: hashes that differ in at most n bits agree in at least one of n + 1 bands, so
/// that only those that share a band are compared, not all with all.
/// @param bits  in [0, 15]
/// @returns for each hash the position of the first one of its group: its own if it is alone
std::vector<std::int64_t> groupNearCopies(std::span<const std::uint64_t> hashes,
                                          int bits = nearCopyBits);

} // namespace autochrome
