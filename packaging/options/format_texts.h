#pragma once

#include <map>
#include <string>

namespace autochrome {

/// What packaging files say of the formats, by the markers that stand for it in their templates.
std::map<std::string, std::string> formatMarkers();

} // namespace autochrome
