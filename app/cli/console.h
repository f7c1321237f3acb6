#pragma once

#include "core/base/message.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace autochrome::cli {

/// A string that is safe to show on a terminal: invalid UTF-8 becomes U+FFFD and control
/// characters become "?", so that a file's name can neither break a line nor steer the terminal.
std::string printable(std::string_view bytes);

/// The bytes of a path, exactly.
std::string bytesOf(const std::filesystem::path& path);

/// Prints one sentence on stderr, as "autochrome-cli: <sentence>".
void complain(const Message& sentence);

/// Characters that a UTF-8 string takes on a terminal.
int displayWidth(std::string_view utf8);

/// The string cut to a width, its middle replaced by "…".
std::string elided(std::string_view utf8, int width);

} // namespace autochrome::cli
