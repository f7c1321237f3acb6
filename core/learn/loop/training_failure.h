#pragma once

#include "core/base/error.h"

#include <exception>

namespace autochrome::inline learn {

/// What LibTorch threw while it trained, as a sentence. Too little memory, of the machine or of a
/// GPU, is OutOfMemory and offers a smaller batch; all else is Internal.
/// @param batchSize  photos in the batch of that moment
Error trainingFailure(const std::exception& thrown, int batchSize);

} // namespace autochrome::inline learn
