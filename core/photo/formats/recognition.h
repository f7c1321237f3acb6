#pragma once

#include "core/photo/formats/byte_source.h"
#include "core/photo/formats/photo_formats.h"

namespace autochrome::inline photo {

/// What a file is by its content, whatever it is called.
struct Recognition
{
    const PhotoFormat* format = nullptr; ///< null: none of the table
    bool cameraRaw = false;              ///< a sensor's data, which nothing here develops
};

/// Reads as much of a file as it takes to be sure: of a TIFF its directories, as camera raw files
/// are TIFFs to their first bytes.
Recognition recognise(ByteSource& bytes);

} // namespace autochrome::inline photo
