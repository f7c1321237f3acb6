#pragma once

#include "core/learn/data/random.h"

namespace autochrome::inline learn {

/// The part of a photo that a training sample shows: random resized crop (40-100 % of the area,
/// aspect 3:4 to 4:3), flip, rotation up to 7 degrees.
struct Crop
{
    double centreX = 0.5; ///< share of the photo's width
    double centreY = 0.5; ///< of its height
    double width = 1;     ///< of its width
    double height = 1;    ///< of its height
    bool flip = false;    ///< left and right
    double angle = 0;     ///< radians

    /// @param aspect  width over height of the photo
    static Crop draw(Random& random, double aspect);
};

} // namespace autochrome::inline learn
