#pragma once

#include <filesystem>

namespace autochrome {

/// Writes a network that takes for damage whatever is white, from 0.97 on, and nothing else, as
/// "damage-test.safetensors" into a folder; its path. Throws std::runtime_error if it cannot.
std::filesystem::path makeWhiteDetector(const std::filesystem::path& folder);

} // namespace autochrome
