#pragma once

#include "core/edit/geometry/frame.h"

namespace autochrome::inline prints {

/// How a print lies on a scan.
enum class PrintKind {
    Loose,   ///< on the bed, on a page, on a table
    Mounted, ///< on a card; the frame is that of the print, not of the card
    Framed,  ///< with a light border of its own
    Film     ///< a picture on a strip of film
};

/// A print that was found on a scan.
struct FoundPrint
{
    Frame frame;          ///< in pixels of the upright scan
    double certainty = 0; ///< 0 to 1
    PrintKind kind = PrintKind::Loose;
};

/// "loose", "mounted", "framed", "film": for --json, never translated.
const char* printKindName(PrintKind kind);

} // namespace autochrome::inline prints
