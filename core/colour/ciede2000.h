#pragma once

#include "core/colour/lab.h"

namespace autochrome::inline colour {

/// Colour difference CIEDE2000 with kL = kC = kH = 1 (CIE 142-2001; formulas and test data: Sharma,
/// Wu, Dalal 2005). About 1 is just noticeable.
double ciede2000(const Lab& first, const Lab& second);

} // namespace autochrome::inline colour
