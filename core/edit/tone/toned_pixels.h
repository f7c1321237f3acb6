#pragma once

#include "core/base/progress.h"
#include "core/edit/tone/light_field.h"
#include "core/edit/tone/lightness_curve.h"
#include "core/photo/profile/colour_space.h"

#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// The pixels with another L*, of the same depth and channels, each rounded once. Grey stays grey,
/// alpha as it is. A colour keeps its hue: where it gets lighter its a* and b*, where it gets
/// darker its saturation, and what does not fit then loses chroma, never L*. Of a negative every
/// colour becomes a grey. Throws Cancelled.
/// @param field  null: the same everywhere
cv::Mat tonedPixels(const cv::Mat& pixels, const ColourSpace& space, const LightField* field,
                    const LightnessCurve& curve, const Progress& progress);

} // namespace autochrome::inline edit
