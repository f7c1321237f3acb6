#pragma once

#include "core/learn/loop/metrics.h"

#include <nlohmann/json_fwd.hpp>

namespace autochrome::inline learn {

/// The metrics by the names that model cards and reports share.
nlohmann::ordered_json toJson(const ColourMetrics& metrics);

} // namespace autochrome::inline learn
