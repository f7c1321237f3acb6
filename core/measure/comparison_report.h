#pragma once

#include "core/measure/comparison.h"

#include <string>

namespace autochrome::inline measure {

/// What changed from one model to the other, a line a group of photos: plain text.
std::string comparisonTable(const Comparison& comparison);

/// The same as an HTML table under a heading. Differences within the noise are grey.
std::string comparisonHtml(const Comparison& comparison);

} // namespace autochrome::inline measure
