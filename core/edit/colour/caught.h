#pragma once

#include "core/base/error.h"

#include <string>

namespace autochrome::inline edit {

/// The exception that is being handled, as a value; call it inside a catch block at the border of
/// core. Cancelled and lack of memory have their own codes and sentences; anything else is Internal
/// with the given sentence.
Error caughtError(const Message& message);

} // namespace autochrome::inline edit
