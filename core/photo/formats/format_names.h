#pragma once

#include "core/photo/photo.h"

#include <optional>
#include <string_view>

namespace autochrome::inline photo {

/// The format that "jpg", "jpeg", "png", "tif", "webp", "bmp", … names, in any case: see
/// photoExtensions().
std::optional<FileFormat> formatOfName(std::string_view name);

/// The same for the extension of a path.
std::optional<FileFormat> formatOfExtension(const std::filesystem::path& path);

} // namespace autochrome::inline photo
