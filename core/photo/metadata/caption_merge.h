#pragma once

#include "core/photo/metadata/metadata_exiv2.h"

namespace autochrome::inline photo {

/// Caption, keywords, creator, rights and date stand in up to three places, and many files fill
/// only one. Brings them together as the Metadata Working Group's guidelines 2.0 have it, so that
/// each place that is read tells them:
/// - what is wanted is Exif's if it has something to say, else XMP's, else IPTC's; IPTC's before
///   XMP's where the file says that IPTC is newer (Data::iptcIsNewer), unless it is only XMP's cut
///   to the length that IPTC allows;
/// - an empty place is filled; where two tell different things each keeps its own;
/// - keywords are united; IPTC gets nothing where there is none.
/// IPTC becomes UTF-8 and says so, whatever it was in.
void mergeCaptions(Metadata::Data& data);

} // namespace autochrome::inline photo
