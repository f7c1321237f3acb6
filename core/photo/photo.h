#pragma once

#include "core/base/message.h"
#include "core/photo/formats/photo_formats.h"
#include "core/photo/metadata/metadata.h"
#include "core/photo/photo_id.h"

#include <cstdint>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

namespace autochrome::inline photo {

/// Scanning resolution, kept from source to result.
struct Resolution
{
    double x = 0; ///< pixels per unit; 0 if the file does not say
    double y = 0;
    enum class Unit { None, Inch, Centimetre } unit = Unit::None; ///< None: only a pixel's shape
};

/// A photograph as it came out of a file: pixels plus everything the file says about them.
struct Photo
{
    /// rows x cols, CV_8U or CV_16U, 1 (grey), 3 (R, G, B) or 4 channels (R, G, B, straight alpha).
    /// Palettes and CMYK arrive as RGB, grey with alpha as RGBA.
    cv::Mat pixels;
    std::vector<std::uint8_t> icc; ///< embedded profile; empty: sRGB, or its tone curve for grey
    Metadata metadata;
    int orientation = 1; ///< Exif orientation (1-8) that `pixels` still need to be shown upright
    Resolution resolution;
    FileFormat format = FileFormat::Jpeg;
    PhotoId source;
    std::string sourceSha256;      ///< of the file's bytes, hex
    std::vector<Message> warnings; ///< sentences for the person: what was damaged or assumed

    /// See autochrome::fingerprint().
    std::string fingerprint() const { return autochrome::fingerprint(sourceSha256, source.page); }
    int bitDepth() const { return pixels.depth() == CV_16U ? 16 : 8; }
};

/// What a file's header says, without decoding its pixels.
struct PhotoHeader
{
    FileFormat format = FileFormat::Jpeg;
    int width = 0;
    int height = 0;
    int channels = 0; ///< as stored in the file (4 for CMYK, 1 for a palette)
    int bitDepth = 0; ///< bits per sample in the file
};

/// As people write it: "JPEG".
const char* formatName(FileFormat format);

/// The usual extension without a dot: "jpg".
const char* formatExtension(FileFormat format);

/// The format a result is written in unless the person asks for another (see PhotoFormat::result):
/// a lossless one, so that the promise to keep L* holds in the file too, and one that carries
/// metadata and 16 bits.
FileFormat losslessFormatFor(FileFormat source);

} // namespace autochrome::inline photo
