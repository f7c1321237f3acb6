#pragma once

#include "core/prints/found_print.h"

#include <vector>

namespace autochrome::inline prints {

/// The prints on a scan, in the order in which they are read: rows from the top, each from the
/// left. None where no print's edge is seen for certain: a photo that fills the scan stays whole.
/// @param pixels  of the upright scan: CV_8U or CV_16U, 1, 3 (R, G, B) or 4 channels
std::vector<FoundPrint> findPrints(const cv::Mat& pixels);

} // namespace autochrome::inline prints
