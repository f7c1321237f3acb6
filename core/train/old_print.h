#pragma once

#include "core/train/random.h"

#include <opencv2/core.hpp>

namespace autochrome {

/// Gives a training sample's luminance the faults of old prints and their scans, each on some of
/// the samples and mild enough that the scene stays readable: faded contrast, uneven light, blur,
/// film grain, dust, scratches, a printer's halftone screen, JPEG blocks. The colours to learn stay
/// as they were, so the network learns to look past the faults.
/// @param luminance  CV_32FC1, L*/100; changed in place, stays in [0, 1]
void ageLuminance(cv::Mat& luminance, Random& random);

} // namespace autochrome
