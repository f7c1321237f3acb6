#pragma once

#include "core/base/error.h"

namespace autochrome {

/// The name of a code in --json, reports and scripts: "not-found", "corrupt", …
const char* errorCodeName(ErrorCode code);

} // namespace autochrome
