#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace autochrome::inline base {

/// A path for a JSON file: a string. A path is any bytes, JSON is UTF-8: one that is no UTF-8
/// becomes a list of the numbers of its bytes.
nlohmann::ordered_json pathJson(const std::filesystem::path& path);

/// The path that pathJson() wrote. Throws nlohmann::json::exception for anything else.
std::filesystem::path pathOf(const nlohmann::ordered_json& json);

} // namespace autochrome::inline base
