#pragma once

#include "core/photo/formats/jpeg_segments.h"
#include "core/photo/metadata/metadata_exiv2.h"

#include <map>
#include <utility>

namespace autochrome::inline photo {

/// What files tell of a photo in places that Exiv2 passes over, put where every format has room for
/// it. All need a live Exiv2Session. Nothing that is there is replaced.

/// Exif of several segments, over which Exiv2 gives up the whole file, and the XMP and IPTC behind
/// it. False if some of it is damaged.
bool decodeSegments(const JpegSegments& segments, Metadata::Data& data);

/// The properties of XMP's second packet. False if it is damaged.
bool addExtendedXmp(const JpegSegments& segments, Metadata::Data& data);

/// Photoshop's mark of copyright and its address, and whether IPTC is newer than XMP.
/// @param iptc  as it lies in the file, if not among the resources
void addPhotoshopFacts(const std::map<int, std::vector<std::uint8_t>>& resources,
                       std::span<const std::uint8_t> iptc, Metadata::Data& data);

/// A JPEG's comment, in whatever encoding, behind Exif's user comment.
void addComment(const std::string& comment, Metadata::Data& data);

/// A PNG's texts: title, author and the like; others with their keyword behind the user comment.
void addPngTexts(const std::vector<std::pair<std::string, std::string>>& texts,
                 Metadata::Data& data);

} // namespace autochrome::inline photo
