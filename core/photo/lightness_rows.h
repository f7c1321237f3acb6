#pragma once

namespace autochrome {

/// L* (CIE 15) of `count` relative luminances, in place allowed. The loop vectorises; it agrees
/// with lightness() of core/color/lab.h to 0.0001.
void lightnessOfRow(const float* luminanceY, float* lightness, int count);

} // namespace autochrome
