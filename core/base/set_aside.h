#pragma once

#include <filesystem>
#include <optional>

namespace autochrome::inline base {

/// Gives a file that is in the way another name, which nothing has yet, so that nothing is lost:
/// "a.json" -> "a.json.aside", "a.json.aside2", … Returns that name; an empty one if somebody else
/// took the file away meanwhile; none if it cannot be renamed.
std::optional<std::filesystem::path> setAside(const std::filesystem::path& file);

} // namespace autochrome::inline base
