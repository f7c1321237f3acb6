#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace autochrome::inline base {

/// What to do if there is no room left for a file beside the old one.
enum class WhenFull {
    Fail,
    WriteInPlace ///< over the old one, whose room the new content has; for a last word on a full
                 ///< disk
};

/// Replaces a small file at once: a reader sees the old or the new one, never a half. Errors:
/// WriteFailed, DiskFull.
Result<void> replaceSmallFile(const std::filesystem::path& path, std::string_view content,
                              WhenFull whenFull = WhenFull::Fail);

/// The whole content of a file. Errors: NotFound, Unreadable, TooLarge (above 64 MiB).
Result<std::string> readSmallFile(const std::filesystem::path& path);

} // namespace autochrome::inline base
