#pragma once

#include "core/learn/data/random.h"

#include <opencv2/core.hpp>

namespace autochrome::inline learn {

/// Draws into a photo what is taken for damage and is none: wires and rigging, fences, writing,
/// strands of hair, the borders of a print.
/// @param luminance  in [0, 1]
void drawSoundDetails(cv::Mat_<float>& luminance, double scale, Random& random);

} // namespace autochrome::inline learn
