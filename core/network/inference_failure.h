#pragma once

#include "core/base/error.h"

#include <string>

namespace autochrome::inline network {

/// What LibTorch threw while the network ran or was made ready, as a value. Lack of memory has its
/// code (OutOfMemory), so that the caller can fall back; anything else is Internal.
/// @param device  its name for people
tl::unexpected<Error> inferenceFailure(const std::string& what, const std::string& device);

} // namespace autochrome::inline network
