#pragma once

#include <QImage>
#include <filesystem>
#include <opencv2/core.hpp>

namespace autochrome {

class Rendering;

/// Longest edge of a thumbnail, pixels (the film strip shows half as many at 2x).
inline constexpr int thumbnailEdge = 192;

/// A small picture of pixels as Photo has them, without their colour profile.
QImage thumbnailOf(const cv::Mat& pixels);

/// A small picture of a coloured result.
QImage thumbnailOf(const Rendering& rendering);

/// A small picture of a file that has not been opened, upright; null if that would take long or the
/// file cannot be read. JPEG files can be decoded small; others are read whole, if they have no
/// more than `megapixels`.
QImage thumbnailOfFile(const std::filesystem::path& path, double megapixels = 0);

} // namespace autochrome
