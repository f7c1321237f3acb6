#pragma once

#include "core/base/parameter_table.h"
#include "core/learn/loop/training_settings.h"

#include <vector>

namespace autochrome::inline learn {

using TrainingParameter = Parameter<TrainingSettings>;

/// Every setting of a training run: its key in JSON, what it may be and its option of `train`.
/// Reading, writing, checks and options are made of this table.
const std::vector<TrainingParameter>& trainingParameters();

} // namespace autochrome::inline learn
