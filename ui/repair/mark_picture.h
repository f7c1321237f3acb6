#pragma once

#include <QColor>
#include <QImage>
#include <opencv2/core.hpp>

namespace autochrome {

/// Seen by those who see colours otherwise too, and found in no old photo.
inline constexpr QColor markColour{230, 0, 170};
inline constexpr int markOpacity = 110; ///< of 255, inside a mark

/// A mask (CV_8U, 255 where something is marked) as it is laid over a photo: see-through inside,
/// with a solid edge and a white line around it.
/// @param line  width of edge and line, pixels
QImage markPicture(const cv::Mat& mask, int line);

} // namespace autochrome
