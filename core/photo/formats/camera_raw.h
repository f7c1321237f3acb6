#pragma once

#include "core/photo/formats/format_reader.h"

namespace autochrome::inline photo {

/// Whether a file begins (32 bytes, zero-padded) as the raw files of some cameras do: CR2, CR3,
/// CRW, IIQ, MRW, ORF, RAF, RW2, X3F. Others are plain TIFFs to this point: see selectTiffPage().
bool beginsAsCameraRaw(std::span<const std::uint8_t> head);

/// Says that camera raw cannot be read.
[[noreturn]] void failCameraRaw(const ReadContext& context);

} // namespace autochrome::inline photo
