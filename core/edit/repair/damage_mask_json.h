#pragma once

#include "core/base/error.h"
#include "core/edit/repair/repair_settings.h"

#include <nlohmann/json_fwd.hpp>

namespace autochrome::inline edit {

/// A mask as recipes hold it, exactly: {"version": 1, "file": …, "sha256": …, "strokes":
/// [{"erases": …, "radius": …, "points": [x, y, x, y, …]}]}.
nlohmann::json maskJson(const DamageMask& mask);

/// Reads what maskJson() writes. Errors: Usage, of a newer version, or with a sentence that names
/// the setting, which is the detail.
Result<DamageMask> maskOfJson(const nlohmann::json& json);

} // namespace autochrome::inline edit
