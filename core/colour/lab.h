#pragma once

namespace autochrome::inline colour {

/// A colour in CIE L*a*b* under D65: L* in [0, 100], a* and b* in CIE units (sRGB spans about
/// -86..98 and -108..95).
struct Lab
{
    float L = 0;
    float a = 0;
    float b = 0;
};

/// Linear-light sRGB; in-gamut values lie in [0, 1], but every function here takes values beyond.
struct LinearRgb
{
    float r = 0;
    float g = 0;
    float b = 0;
};

/// The sRGB transfer function and its inverse (IEC 61966-2-1), for one channel in [0, 1]; odd-
/// symmetric below 0, continued above 1.
float srgbToLinear(float encoded);
float linearToSrgb(float linear);

/// CIE lightness L* in [0, 100] of a relative luminance Y in [0, 1], and its inverse (CIE 15).
float lightness(float luminanceY);
float luminanceOfLightness(float L);

/// Linear sRGB <-> CIE Lab under D65 (IEC 61966-2-1 primaries, white 0.95047 1 1.08883).
Lab toLab(LinearRgb rgb);
LinearRgb toLinearRgb(Lab lab);

/// Relative luminance Y of a linear sRGB colour.
float luminanceY(LinearRgb rgb);

} // namespace autochrome::inline colour
