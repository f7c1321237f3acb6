#pragma once

#include "core/photo/metadata/metadata.h"

#include <cstdint>
#include <exiv2/exiv2.hpp>
#include <span>
#include <string>
#include <vector>

namespace autochrome::inline photo {

/// Removes what describes the file that the metadata came from and not the photo: size, strips,
/// compression, palettes, embedded thumbnails, other pages, and the places of ICC, XMP and IPTC.
void dropStructure(Exiv2::ExifData& exif);

/// Exif as a JPEG's APP1 payload without "Exif\0\0". At most 65527 bytes: Exiv2 leaves out the
/// largest fields to keep to it.
std::vector<std::uint8_t> exifForJpeg(const Metadata& metadata,
                                      std::span<const std::uint8_t> thumbnail = {});

/// Whether all long fields of the metadata are in an exifForJpeg().
bool hasLongFields(std::span<const std::uint8_t> exif, const Metadata& metadata);

/// Exif as a TIFF structure of any length, little-endian, for PNG and WebP.
std::vector<std::uint8_t> exifAsTiff(const Metadata& metadata);

/// Exif, IPTC and XMP as the head of a TIFF file: a header and a directory without pixels, without
/// the tags that the pixels' own directory brings.
std::vector<std::uint8_t> tiffHead(const Metadata& metadata);

/// The XMP packet; empty without XMP.
std::string xmpPacket(const Metadata& metadata);

/// The XMP packet with the IPTC fields in it, for formats that have no place for IPTC.
std::string xmpPacketWithIptc(const Metadata& metadata);

/// Everything as XMP, for a sidecar.
std::string sidecarPacket(const Metadata& metadata);

/// IPTC as Photoshop image resources; empty without IPTC.
std::vector<std::uint8_t> iptcResources(const Metadata& metadata);

} // namespace autochrome::inline photo
