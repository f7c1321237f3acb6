#pragma once

namespace autochrome::inline photo {

/// L* (CIE 15) of `count` relative luminances, in place allowed. The loop vectorises; it agrees
/// with lightness() of core/colour/lab.h to 0.0001.
void lightnessOfRow(const float* luminanceY, float* lightness, int count);

} // namespace autochrome::inline photo
