#pragma once

#include "core/photo/formats/byte_source.h"
#include "core/photo/metadata/metadata.h"

namespace autochrome::inline photo {

/// Exif, IPTC and XMP of a file. Fills what can be read; `damaged` tells that some could not.
Metadata readMetadata(ByteSource& bytes, bool& damaged);

/// Metadata of an XMP packet, what it says of Exif and IPTC translated back.
Metadata metadataOfPacket(const std::string& packet, bool& damaged);

/// Reads an .xmp sidecar; an absent one is empty, a damaged one sets `damaged`.
Metadata readSidecar(const std::filesystem::path& sidecar, bool& damaged);

/// Where the metadata of a file that cannot hold it lies: "photo.bmp" -> "photo.bmp.xmp", so that
/// it never meets the sidecar of a raw file of the same name.
std::filesystem::path sidecarPath(const std::filesystem::path& photo);

} // namespace autochrome::inline photo
