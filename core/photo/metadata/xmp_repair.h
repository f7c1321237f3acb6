#pragma once

#include <string>

namespace autochrome::inline photo {

/// An XMP packet in which no property stands twice, as some programs write them and the XMP toolkit
/// refuses: the first of each stays.
std::string withoutRepeats(const std::string& packet);

} // namespace autochrome::inline photo
