#pragma once

#include <exiv2/exiv2.hpp>
#include <string>
#include <vector>

namespace autochrome::inline photo {

/// Texts of IPTC (IIM 4.2). All need a live Exiv2Session.

/// Makes every text UTF-8, by what 1:90 says of the encoding or what the bytes look like, and says
/// so in 1:90.
void makeUtf8(Exiv2::IptcData& iptc);

/// All values of a field that may be repeated ("Iptc.Application2.Keywords").
std::vector<std::string> textsOf(const Exiv2::IptcData& iptc, const std::string& key);

/// Replaces all values of a field.
void setTexts(Exiv2::IptcData& iptc, const std::string& key, const std::vector<std::string>& texts);

} // namespace autochrome::inline photo
