#pragma once

#include "core/photo/formats/byte_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace autochrome::inline photo {

/// What a segment with metadata begins with, after its marker and length.
inline constexpr std::string_view jpegExifPrefix{"Exif\0\0", 6};
inline constexpr std::string_view jpegXmpPrefix{"http://ns.adobe.com/xap/1.0/\0", 29};
inline constexpr std::string_view jpegXmpExtensionPrefix{"http://ns.adobe.com/xmp/extension/\0",
                                                         35};
inline constexpr std::string_view jpegPhotoshopPrefix{"Photoshop 3.0\0", 14};

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
