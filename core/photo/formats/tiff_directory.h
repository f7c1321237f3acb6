#pragma once

#include "core/photo/output_file.h"

namespace autochrome::inline photo {

/// Makes one directory of the two in a classic little-endian TIFF file: the first holds metadata
/// and no pixels (see tiffHead()), the second pixels. The second's entries win; both old
/// directories stay as unused bytes. So metadata of any kind goes into a TIFF without rewriting its
/// pixels. Returns false if the file is not like that.
bool mergeDirectories(OutputFile& file);

} // namespace autochrome::inline photo
