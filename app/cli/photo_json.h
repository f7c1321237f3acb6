#pragma once

#include "core/work/photo_outcome.h"

#include <string>

namespace autochrome::cli {

/// One JSON object on one line, without a line break. Always valid UTF-8: bytes of file names that
/// are none are replaced, and "source_uri" and "result_uri" are there to find the files by.
std::string photoJson(const PhotoOutcome& outcome);

} // namespace autochrome::cli
