#pragma once

#include <string>

namespace autochrome::inline photo {

/// A description with our label behind it. One that is JSON, as some programs write them, stays
/// JSON: an object gets a member "autochrome", an array an element.
std::string labelled(std::string description, const std::string& label);

} // namespace autochrome::inline photo
