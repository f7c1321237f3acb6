#pragma once

#include "picture_files.h"

#include <span>

namespace autochrome {

/// A TIFF made out of decisions, for fuzzing by tags and not by bytes: a page of some kind (strips,
/// tiles or planes, any depth, kind of colour and packing, with sound data in it) of which then a
/// few tags get another value, type or count, or go. Nearby decisions make similar files; any bytes
/// make one.
Bytes tiffOfTags(std::span<const std::uint8_t> decisions);

/// A TIFF around a JPEG, as scanners wrote it before TIFF 6.0's second technical note: compression
/// 6, the stream found by JPEGInterchangeFormat.
/// @param samples      SamplesPerPixel, which need not be what the JPEG has
/// @param photometric  1 grey, 6 YCbCr
Bytes oldJpegTiff(const Bytes& jpeg, cv::Size size, int samples, int photometric);

} // namespace autochrome
