#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string_view>

namespace autochrome::inline photo {

/// Writes a small file whole or not at all; one of the same name is replaced. Errors: WriteFailed,
/// DiskFull.
Result<void> writeTextFile(const std::filesystem::path& path, std::string_view content);

} // namespace autochrome::inline photo
