#pragma once

#include <filesystem>
#include <string>

namespace autochrome::inline models {

/// What a model file is, for lists.
struct ModelEntry
{
    std::filesystem::path path;
    std::string name;
    std::string sha256;
    std::string summary; ///< one line: data, metrics
};

} // namespace autochrome::inline models
