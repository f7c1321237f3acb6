#pragma once

#include "core/learn/data/random.h"

#include <opencv2/core.hpp>

namespace autochrome::inline learn {

/// Gives a training sample's luminance the faults of old prints and their scans (OldPrintFaults).
/// The colours to learn stay as they were, so the network learns to look past the faults.
/// @param luminance  CV_32FC1, L*/100; changed in place, stays in [0, 1]
void ageLuminance(cv::Mat& luminance, Random& random);

} // namespace autochrome::inline learn
