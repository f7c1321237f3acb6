#pragma once

#include "core/base/progress.h"
#include "core/photo/photo_writer.h"

namespace autochrome::inline edit {

/// Writes what was made of a photo, whichever way, as a labelled result beside which the photo's
/// own file stands as it was. Errors: those of writePhoto().
/// @param photo  upright, before it got its colour: L* of the file is measured against it
Result<WrittenPhoto> writeResult(const Photo& photo, RowSource& rows, std::vector<std::uint8_t> icc,
                                 Metadata metadata, const std::filesystem::path& target,
                                 const WriteOptions& options, const Progress& progress);

} // namespace autochrome::inline edit
