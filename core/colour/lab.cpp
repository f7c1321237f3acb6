#include "core/colour/lab.h"

#include <cmath>

namespace autochrome::inline colour {
namespace {

struct Matrix
{
    double m[3][3];
};

// Linear sRGB to XYZ, IEC 61966-2-1 primaries with D65; each row adds up to the white point.
constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375},
                        {0.2126729, 0.7151522, 0.0721750},
                        {0.0193339, 0.1191920, 0.9503041}}};

constexpr double whiteOf(int row)
{
    return toXyz.m[row][0] + toXyz.m[row][1] + toXyz.m[row][2];
}

// Relative to white, so that R = G = B is neutral to the last bit that float keeps.
constexpr Matrix relativeToWhite()
{
    Matrix out{};
    for (int row = 0; row < 3; ++row)
        for (int col = 0; col < 3; ++col)
            out.m[row][col] = toXyz.m[row][col] / whiteOf(row);
    return out;
}

// Inverted here rather than copied from a table, so that a round trip loses nothing.
constexpr Matrix inverted(const Matrix& a)
{
    const auto& m = a.m;
    const double c00 = m[1][1] * m[2][2] - m[1][2] * m[2][1];
    const double c01 = m[1][2] * m[2][0] - m[1][0] * m[2][2];
    const double c02 = m[1][0] * m[2][1] - m[1][1] * m[2][0];
    const double det = m[0][0] * c00 + m[0][1] * c01 + m[0][2] * c02;
    return {{{c00 / det, (m[0][2] * m[2][1] - m[0][1] * m[2][2]) / det,
              (m[0][1] * m[1][2] - m[0][2] * m[1][1]) / det},
             {c01 / det, (m[0][0] * m[2][2] - m[0][2] * m[2][0]) / det,
              (m[0][2] * m[1][0] - m[0][0] * m[1][2]) / det},
             {c02 / det, (m[0][1] * m[2][0] - m[0][0] * m[2][1]) / det,
              (m[0][0] * m[1][1] - m[0][1] * m[1][0]) / det}}};
}

constexpr Matrix forward = relativeToWhite();
constexpr Matrix backward = inverted(forward);

// CIE 15: epsilon = 216/24389, kappa = 24389/27.
constexpr float epsilon = 216.0f / 24389.0f;
constexpr float kappa = 24389.0f / 27.0f;

float labF(float t)
{
    return t > epsilon ? std::cbrt(t) : (kappa * t + 16.0f) / 116.0f;
}

float labFInverse(float f)
{
    const float cube = f * f * f;
    return cube > epsilon ? cube : (116.0f * f - 16.0f) / kappa;
}

} // namespace

float srgbToLinear(float encoded)
{
    const float x = std::fabs(encoded);
    const float y = x <= 0.04045f ? x / 12.92f : std::pow((x + 0.055f) / 1.055f, 2.4f);
    return std::copysign(y, encoded);
}

float linearToSrgb(float linear)
{
    const float x = std::fabs(linear);
    const float y = x <= 0.0031308f ? x * 12.92f : 1.055f * std::pow(x, 1.0f / 2.4f) - 0.055f;
    return std::copysign(y, linear);
}

float lightness(float luminanceY)
{
    return 116.0f * labF(luminanceY) - 16.0f;
}

float luminanceOfLightness(float L)
{
    return labFInverse((L + 16.0f) / 116.0f);
}

float luminanceY(LinearRgb rgb)
{
    const auto& y = forward.m[1];
    return float(y[0] * rgb.r + y[1] * rgb.g + y[2] * rgb.b);
}

Lab toLab(LinearRgb rgb)
{
    const auto& m = forward.m;
    const float x = labF(float(m[0][0] * rgb.r + m[0][1] * rgb.g + m[0][2] * rgb.b));
    const float y = labF(luminanceY(rgb));
    const float z = labF(float(m[2][0] * rgb.r + m[2][1] * rgb.g + m[2][2] * rgb.b));
    return {116.0f * y - 16.0f, 500.0f * (x - y), 200.0f * (y - z)};
}

LinearRgb toLinearRgb(Lab lab)
{
    const float fy = (lab.L + 16.0f) / 116.0f;
    const float x = labFInverse(fy + lab.a / 500.0f);
    const float y = labFInverse(fy);
    const float z = labFInverse(fy - lab.b / 200.0f);
    const auto& m = backward.m;
    return {float(m[0][0] * x + m[0][1] * y + m[0][2] * z),
            float(m[1][0] * x + m[1][1] * y + m[1][2] * z),
            float(m[2][0] * x + m[2][1] * y + m[2][2] * z)};
}

} // namespace autochrome::inline colour
