#pragma once

#include "core/measure/metrics/metrics.h"

#include <nlohmann/json_fwd.hpp>

namespace autochrome::inline measure {

/// The metrics by the names that model cards and reports share.
nlohmann::ordered_json toJson(const ColourMetrics& metrics);

} // namespace autochrome::inline measure
