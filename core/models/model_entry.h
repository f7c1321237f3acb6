#pragma once

#include "core/base/message.h"

#include <filesystem>
#include <string>

namespace autochrome::inline models {

/// What a model file is, for lists.
struct ModelEntry
{
    std::filesystem::path path;
    std::string name;
    std::string sha256;
    Message summary; ///< one line: data, metrics
};

} // namespace autochrome::inline models
