#pragma once

#include "core/train/metrics.h"

#include <nlohmann/json_fwd.hpp>

namespace autochrome {

/// The metrics by the names that model cards and reports share.
nlohmann::ordered_json toJson(const ColourMetrics& metrics);

} // namespace autochrome
