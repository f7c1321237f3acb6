#pragma once

#include "core/learn/data/sample_source.h"
#include "core/learn/loop/training_observer.h"
#include "core/learn/loop/training_settings.h"
#include "core/network/network.h"

#include <vector>

namespace autochrome::inline learn {

/// What a network makes of a few validation photos, evenly spread over the set; always the same
/// ones. Photos that cannot be used are passed over.
/// @param network  in eval mode
std::vector<SamplePrediction> sampleValidation(ColorizerNetwork network,
                                               const TrainingSettings& settings,
                                               SampleSource& source, int count);

} // namespace autochrome::inline learn
