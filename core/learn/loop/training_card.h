#pragma once

#include "core/learn/loop/checkpoint.h"
#include "core/learn/loop/trainer.h"
#include "core/measure/metrics/metrics.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// Names and digests of the data as one SHA-256: tells whether a checkpoint belongs to them.
std::string digestOf(const std::vector<DataOrigin>& origins);

/// What a model's card says of the one it was trained on from: its name ("parent"), the line of
/// models before it ("parents": a JSON array of name and sha256, the nearest first), and what it
/// learnt from and under which terms ("parent_training_data", "parent_licence", …), as it is known.
std::map<std::string, std::string> cardOfParent(const ModelCard& parent);

/// The card of the model that a run has made so far: everything needed to make it again, and how
/// good it is.
/// @param validation  where the metrics are from; may be null without metrics
ModelCard trainedModelCard(const TrainingSettings& settings, const TrainingPlan& plan,
                           const TrainingState& state, const SampleSource& training,
                           const SampleSource* validation,
                           const std::optional<ColourMetrics>& metrics);

} // namespace autochrome::inline learn
