#pragma once

#include "core/photo/metadata/exiv2_session.h"
#include "core/photo/metadata/metadata.h"

namespace autochrome::inline photo {

/// What Metadata holds. Touch `xmp` only while an Exiv2Session is alive.
struct Metadata::Data
{
    Exiv2::ExifData exif;
    Exiv2::IptcData iptc;
    Exiv2::XmpData xmp;
    /// A program that knows no XMP has changed the IPTC: the file's digest of it is of another.
    bool iptcIsNewer = false;
};

/// Text of a field, as Metadata::value() gives it; for callers that hold a session already.
std::string fieldText(const Metadata::Data& data, const std::string& key);

} // namespace autochrome::inline photo
