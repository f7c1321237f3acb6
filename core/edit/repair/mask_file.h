#pragma once

#include "core/edit/repair/repair_stage.h"
#include "core/photo/photo_writer.h"

#include <filesystem>

namespace autochrome::inline edit {

/// What a file of a mask may not replace.
struct MaskOrigins
{
    std::filesystem::path source; ///< the photo's file
    std::filesystem::path given;  ///< the mask that came in, which is an original too; may be empty
};

/// Writes what was filled in as a picture of the upright source's size: 255 where it was, else 0.
/// @param map   how the photo lies
/// @param like  how results of the photo are written; the format is PNG in any case
/// Errors: those of writePhoto().
Result<WrittenPhoto> writeMask(const Repair& repair, const GeometryMap& map,
                               const std::filesystem::path& target, const WriteOptions& like,
                               const MaskOrigins& origins);

} // namespace autochrome::inline edit
