#pragma once

#include "core/colour/lab.h"

#include <span>

namespace autochrome::inline colour {

/// Whether a picture has colours.
enum class ColourKind {
    Grey,    ///< hardly any chroma
    Toned,   ///< one tint over everything: sepia, cyanotype, yellowed paper
    Coloured ///< several colours
};

/// Judges a picture by how far its colours are more than a tint that depends on lightness alone.
/// Best reduced to a few thousand pixels, so that grain and compression do not look like colours.
/// Empty: Grey.
ColourKind colourKindOf(std::span<const Lab> colours);

} // namespace autochrome::inline colour
