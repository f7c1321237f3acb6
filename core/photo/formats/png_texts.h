#pragma once

#include "core/photo/formats/byte_source.h"

#include <string>
#include <utility>
#include <vector>

namespace autochrome::inline photo {

/// The texts of a PNG (tEXt, zTXt, iTXt) as (keyword, UTF-8), in their order; without those that
/// programs write for programs (packets, raw profiles, ImageMagick's "date:create").
std::vector<std::pair<std::string, std::string>> readPngTexts(ByteSource& bytes);

} // namespace autochrome::inline photo
