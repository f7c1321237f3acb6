#pragma once

#include <string>
#include <string_view>

namespace autochrome::inline base {

/// Text for between the tags, or in the attributes, of HTML and XML: valid UTF-8, without the
/// control characters that XML cannot hold.
std::string escapedMarkup(std::string_view plain);

} // namespace autochrome::inline base
