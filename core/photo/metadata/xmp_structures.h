#pragma once

#include <exiv2/exiv2.hpp>
#include <string>
#include <utility>
#include <vector>

namespace autochrome::inline photo {

/// Small helpers for the nested parts of XMP, which Exiv2 keeps as flat keys. All need a live
/// Exiv2Session.

/// Removes a field and everything nested in it.
void eraseXmp(Exiv2::XmpData& xmp, const std::string& key);

/// Number of elements of an array of structures, "Xmp.xmpMM.History" say.
int arraySize(const Exiv2::XmpData& xmp, const std::string& key);

using XmpFields = std::vector<std::pair<std::string, std::string>>; ///< "stEvt:action" -> value

/// Adds a structure to the end of an ordered array, which is made if there is none.
void appendStructure(Exiv2::XmpData& xmp, const std::string& arrayKey, const XmpFields& fields);

/// Replaces a structure.
void setStructure(Exiv2::XmpData& xmp, const std::string& key, const XmpFields& fields);

} // namespace autochrome::inline photo
