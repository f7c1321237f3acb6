#pragma once

#include "core/colour/colour_kind.h"
#include "core/photo/photo.h"

namespace autochrome::inline photo {

/// Whether a photo has colours, measured on it reduced to 64 x 64 pixels, so that neither grain nor
/// the file's own coding of grey as RGB counts.
ColourKind colourKindOf(const Photo& photo);

} // namespace autochrome::inline photo
