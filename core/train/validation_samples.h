#pragma once

#include "core/nn/network.h"
#include "core/train/sample_source.h"
#include "core/train/training_observer.h"
#include "core/train/training_settings.h"

#include <vector>

namespace autochrome {

/// What a network makes of a few validation photos, evenly spread over the set; always the same
/// ones. Photos that cannot be used are passed over.
/// @param network  in eval mode
std::vector<SamplePrediction> sampleValidation(ColorizerNetwork network,
                                               const TrainingSettings& settings,
                                               SampleSource& source, int count);

} // namespace autochrome
