#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/colour/colorizer.h"
#include "core/edit/colour/scene_colours.h"
#include "core/network/colour_distribution.h"

#include <functional>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// Something that looks at rows x cols values L*/100: a ColourModel on a device, or a test's
/// stand-in that runs out of memory.
struct Predictor
{
    std::string device; ///< its name for people
    std::function<Result<SceneLook>(const std::vector<float>& luminance, int rows, int cols,
                                    const Progress& progress)>
        run;
    std::string modelName = {};
    std::string modelSha256 = {};
};

/// Size of the network's input for a photo: short side `size` (0: the default), both sides
/// multiples of 32, the long one at most four times the short (longer scenes are squeezed, never
/// tiled).
cv::Size networkInputSize(cv::Size photo, int size);

/// The lightness resampled to exactly `size`: averaged where it shrinks, interpolated where it
/// grows. Stays within the range of its input.
cv::Mat resampledLightness(const cv::Mat& lightness, cv::Size size);

/// Lets the network look at a whole scene on the first of `predictors` that has the memory for it,
/// going down in size on each before the next is tried; errors other than OutOfMemory end it. What
/// was given up is in the result's notices. No finite colour at all is an error (Internal).
/// The predictors are functions, so that one is only made when it is needed.
Result<SceneColours> lookAtScene(const cv::Mat& lightness, const ColourSettings& settings,
                                 const std::vector<std::function<Result<Predictor>()>>& predictors,
                                 const Progress& progress);

} // namespace autochrome::inline edit
