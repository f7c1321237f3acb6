#pragma once

#include "core/photo/photo.h"

#include <map>
#include <string>

namespace autochrome::inline photo {

/// How a result came to be; written into it so that nobody mistakes it for an original.
struct Provenance
{
    std::string modelName;
    std::string modelSha256;
    std::map<std::string, std::string> parameters; ///< "size", "strength", "hints", …

    /// The fingerprint() of the photo that it was made from, as provenanceOf() found it; may be
    /// empty.
    std::string madeFrom() const;
};

/// The metadata of a colourised result: the source's Exif, IPTC and XMP, relabelled as DESIGN
/// section 5 lists it (Software, description, orientation and size, colour space, DateTime,
/// DigitalSourceType, document ids, history). Structure tags of the source's file are dropped; a
/// stale thumbnail is removed (the writer makes a new one for JPEG).
/// @param resultSize  pixels of the result, upright
/// @param srgb        whether the result is in sRGB (else its profile says)
Metadata resultMetadata(const Photo& source, const Provenance& provenance, cv::Size resultSize,
                        bool srgb);

/// What an earlier run of this program wrote into a file; empty model name if none did.
Provenance provenanceOf(const Metadata& metadata);

} // namespace autochrome::inline photo
