#include "core/learn/data/crop.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline learn {

Crop Crop::draw(Random& random, double aspect)
{
    const double area = random.uniform(0.4, 1.0);
    const double shape = std::exp(random.uniform(-1.0, 1.0) * std::log(4.0 / 3.0));
    Crop crop;
    crop.width = std::min(1.0, std::sqrt(area * shape / aspect));
    crop.height = std::min(1.0, std::sqrt(area / shape * aspect));
    crop.centreX = random.uniform(crop.width / 2, 1 - crop.width / 2);
    crop.centreY = random.uniform(crop.height / 2, 1 - crop.height / 2);
    crop.flip = random.chance(0.5);
    crop.angle = random.chance(0.3) ? random.uniform(-7, 7) * std::numbers::pi / 180 : 0.0;
    return crop;
}

} // namespace autochrome::inline learn
