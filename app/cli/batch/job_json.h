#pragma once

#include "core/queue/job.h"

#include <string>

namespace autochrome::cli {

/// One JSON object on one line; always valid UTF-8: a path that is none has a file: address beside
/// it.
std::string jobJson(const Job& job);

} // namespace autochrome::cli
