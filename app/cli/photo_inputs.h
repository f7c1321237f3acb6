#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::cli {

/// One photo to work on.
struct PhotoInput
{
    std::filesystem::path path;
    bool fromFolder = false;    ///< found in a folder, not named itself
    std::optional<Error> error; ///< a folder that cannot be read or holds no photos
};

/// Files stay as they are named, whatever they hold; a folder gives the photos in it, in the order
/// of their names: files with a photo's extension, and others whose content is a photo. Hidden
/// files are left out.
/// @param recursive  folders inside folders too (links to folders are not followed)
std::vector<PhotoInput> expandInputs(const std::vector<std::string>& names, bool recursive);

} // namespace autochrome::cli
