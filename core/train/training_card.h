#pragma once

#include "core/train/checkpoint.h"
#include "core/train/metrics.h"
#include "core/train/trainer.h"

#include <optional>
#include <string>
#include <vector>

namespace autochrome {

/// Names and digests of the data as one SHA-256: tells whether a checkpoint belongs to them.
std::string digestOf(const std::vector<DataOrigin>& origins);

/// The card of the model that a run has made so far: everything needed to make it again, and how
/// good it is.
/// @param validation  where the metrics are from; may be null without metrics
ModelCard trainedModelCard(const TrainingSettings& settings, const TrainingPlan& plan,
                           const TrainingState& state, const SampleSource& training,
                           const SampleSource* validation,
                           const std::optional<ColourMetrics>& metrics);

} // namespace autochrome
