#pragma once

#include "core/base/error.h"

#include <string_view>

namespace autochrome::inline base {

/// The name of a code in --json, reports and scripts: "not-found", "corrupt", …
const char* errorCodeName(ErrorCode code);

/// The code that a name stands for; Internal for one that this version does not know.
ErrorCode errorCodeNamed(std::string_view name);

} // namespace autochrome::inline base
