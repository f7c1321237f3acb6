#pragma once

#include <nlohmann/json_fwd.hpp>

namespace autochrome::cli {

/// Prints an object on a line of stdout, at once. Always valid UTF-8: bytes that are none are
/// replaced.
void printLine(const nlohmann::ordered_json& json);

} // namespace autochrome::cli
