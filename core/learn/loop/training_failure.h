#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <exception>
#include <string>

namespace autochrome::inline learn {

/// What LibTorch threw while it trained, as a sentence. Too little memory, of the machine or of a
/// GPU, is OutOfMemory and offers a smaller batch; all else is Internal.
/// @param batchSize  photos in the batch of that moment
Error trainingFailure(const std::exception& thrown, int batchSize);

/// A training ended because its numbers were no longer finite, at a batch of photos that begins
/// after `samples` others.
Error notFiniteFailure(std::int64_t step, std::int64_t samples, int batchSize, std::string detail);

/// Whether that is why: going on with the same rates would end there again. Knows it in what an
/// older version left, too.
bool isNotFinite(const Error& error);

} // namespace autochrome::inline learn
