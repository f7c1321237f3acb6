#pragma once

#include "core/photo/photo.h"

#include <cstdint>
#include <map>
#include <string>

namespace autochrome::inline photo {

/// How a result came to be; written into it so that nobody mistakes it for an original.
struct Provenance
{
    std::string modelName; ///< of the network that gave it its colour; empty: none did
    std::string modelSha256;
    std::map<std::string, std::string> parameters; ///< "size", "strength", "hints", …
    bool isRestored = false;                       ///< without colour

    /// The fingerprint() of the photo that it was made from, as provenanceOf() found it; may be
    /// empty.
    std::string madeFrom() const;
    /// Whether it is one of this program at all.
    bool isKnown() const { return isRestored || !modelName.empty(); }

    /// Adds what was filled in: the share of the photo's pixels, in [0, 1]; and the pixels that
    /// are damaged and stay.
    void tell(double filledShare, std::int64_t left);
    /// The share; 0 if nothing is told.
    double filledShare() const;
    std::int64_t damageLeft() const; ///< likewise
};

/// The metadata of a colourised or restored result: the source's Exif, IPTC and XMP, relabelled as
/// DESIGN section 5 lists it (Software, description, orientation and size, colour space, DateTime,
/// DigitalSourceType, document ids, history). Structure tags of the source's file are dropped; a
/// stale thumbnail is removed (the writer makes a new one for JPEG).
/// @param resultSize  pixels of the result, upright
/// @param srgb        whether the result is in sRGB (else its profile says)
Metadata resultMetadata(const Photo& source, const Provenance& provenance, cv::Size resultSize,
                        bool srgb);

/// What an earlier run of this program wrote into a file; not isKnown() if none did.
Provenance provenanceOf(const Metadata& metadata);

} // namespace autochrome::inline photo
