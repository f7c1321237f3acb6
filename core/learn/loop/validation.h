#pragma once

#include "core/base/progress.h"
#include "core/learn/data/sample_source.h"
#include "core/learn/loop/training_settings.h"
#include "core/measure/metrics/metrics.h"
#include "core/network/network.h"

#include <cstdint>

namespace autochrome::inline learn {

/// Colours that a network gives a scene, at the scene's size.
struct ScenePrediction
{
    torch::Tensor ab;         ///< [2, H, W], CIE a*, b*, on the CPU
    torch::Tensor confidence; ///< of each place of the network's output; empty without that head
};

/// @param network    in eval mode
/// @param luminance  [1, 1, H, W], as in Scene
ScenePrediction predictScene(ColorizerNetwork& network, const TrainingSettings& settings,
                             const torch::Tensor& luminance);

/// Metrics of a network on an even selection of photos, at settings.validationShortSide and without
/// the whole program around it: bilinear upsampling, no gamut mapping.
/// @param network  in eval mode
/// @param photos   at most this many; 0 takes all
ColourMetrics validate(ColorizerNetwork network, const TrainingSettings& settings,
                       SampleSource& source, std::int64_t photos, const Progress& progress);

} // namespace autochrome::inline learn
