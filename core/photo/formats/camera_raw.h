#pragma once

#include "core/photo/formats/format_reader.h"

namespace autochrome::inline photo {

/// Whether a file begins (32 bytes, zero-padded) as the raw files of some cameras do: CR2, CR3,
/// CRW, IIQ, MRW, ORF, RAF, RW2, X3F. Others are plain TIFFs to this point: see holdsSensorData().
bool beginsAsCameraRaw(std::span<const std::uint8_t> head);

/// Whether the directories of a TIFF say what no picture for people says: a DNG's version, a
/// sensor's colour filters, a camera maker's own packing.
bool holdsSensorData(ByteSource& tiff);

/// Says that camera raw cannot be read.
[[noreturn]] void failCameraRaw(const ReadContext& context);

} // namespace autochrome::inline photo
