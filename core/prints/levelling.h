#pragma once

#include <opencv2/core.hpp>
#include <optional>

namespace autochrome::inline prints {

/// By how much a picture is askew, as its own straight lines show: houses, horizons, furniture.
struct Level
{
    double degrees = 0;   ///< by which it is to be turned clockwise so that it stands upright
    double certainty = 0; ///< 0 to 1
};

/// None where too few lines agree: a forest, a face.
/// @param pixels  CV_8U or CV_16U, 1, 3 (R, G, B) or 4 channels
std::optional<Level> levelOf(const cv::Mat& pixels);

} // namespace autochrome::inline prints
