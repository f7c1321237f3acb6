#pragma once

#include "core/photo/formats/tiff_file.h"

namespace autochrome::inline photo {

/// Makes that page of a TIFF current which is the photo: the one that the context names, counted
/// without reduced copies and masks; if it names none, the first one, or, if that is marked as a
/// reduced copy or a mask, the largest that is not, subordinate pages included. Warns of further
/// pages then.
void selectTiffPage(ReadContext& context, TiffFile& file);

} // namespace autochrome::inline photo
