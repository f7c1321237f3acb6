#pragma once

#include "core/prints/quad_fit.h"

#include <vector>

namespace autochrome::inline prints {

/// What lies on one bed.
struct BedSearch
{
    std::vector<FittedQuad> quads; ///< that may be prints; the same one more than once
    std::vector<Quad> blobs;       ///< boxes around all that lies there by itself
    cv::Mat lying;                 ///< CV_8U: 255 where the bed is not, but for what is thin
    cv::Vec3f colour;              ///< of the bed, L* a* b*
    double share = 0;              ///< of the picture's outermost pixels that are bed
    double scatter = 0;            ///< of L* on the bed
};

/// Looks for quadrilaterals that lie on a bed, for each colour of the picture's edge that may be
/// one.
/// @param picture  some 1000 pixels a side; the quadrilaterals are in its pixels
/// @param most     how many beds are tried
std::vector<BedSearch> searchBeds(const LabPicture& picture, std::size_t most);

} // namespace autochrome::inline prints
