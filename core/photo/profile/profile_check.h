#pragma once

#include "core/photo/formats/format_reader.h"

namespace autochrome::inline photo {

/// Looks at the profile of pixels of so many channels (1 grey, 3 or 4 RGB): repairs it, or drops it
/// if it cannot be used, and warns of either, and of one that no result can hold.
void checkProfile(ReadContext& context, std::vector<std::uint8_t>& icc, int channels);

/// The same for the profile of inks.
void checkInkProfile(ReadContext& context, std::vector<std::uint8_t>& icc);

} // namespace autochrome::inline photo
