#pragma once

#include "core/photo/formats/byte_source.h"

#include <string>
#include <vector>

namespace autochrome::inline photo {

/// What lies before a JPEG's pixels, put together where it takes more than one segment of 64 KB.
struct JpegSegments
{
    std::vector<std::uint8_t> exif; ///< a TIFF structure
    int exifParts = 0;              ///< segments that it took
    std::string xmp;                ///< the packet
    std::string extendedXmp;        ///< the second packet, which the first one calls for
    bool extendedXmpIsWhole = true;
    std::vector<std::uint8_t> photoshop; ///< image resources
    std::string comment;                 ///< in whatever encoding
};

/// Reads what there is; a file that is no JPEG or ends early has little or nothing.
JpegSegments readJpegSegments(ByteSource& bytes);

} // namespace autochrome::inline photo
