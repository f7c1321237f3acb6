#include "core/colour/ciede2000.h"

#include <cmath>
#include <numbers>

namespace autochrome::inline colour {
namespace {

constexpr double pi = std::numbers::pi;

double radians(double degrees)
{
    return degrees * pi / 180.0;
}

/// Hue angle in degrees, [0, 360); 0 for neutrals.
double hueDegrees(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double degrees = std::atan2(b, a) * 180.0 / pi;
    return degrees < 0 ? degrees + 360.0 : degrees;
}

} // namespace

double ciede2000(const Lab& first, const Lab& second)
{
    const double twentyFive7 = std::pow(25.0, 7);
    const double chromaMean = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2.0;
    const double chromaMean7 = std::pow(chromaMean, 7);
    const double g = 0.5 * (1.0 - std::sqrt(chromaMean7 / (chromaMean7 + twentyFive7)));
    const double a1 = (1.0 + g) * first.a;
    const double a2 = (1.0 + g) * second.a;
    const double c1 = std::hypot(a1, double(first.b));
    const double c2 = std::hypot(a2, double(second.b));
    const double h1 = hueDegrees(a1, first.b);
    const double h2 = hueDegrees(a2, second.b);

    double hueStep = 0;
    double hueMean = h1 + h2;
    if (c1 * c2 != 0) {
        hueStep = h2 - h1;
        if (hueStep > 180)
            hueStep -= 360;
        else if (hueStep < -180)
            hueStep += 360;
        hueMean = (h1 + h2) / 2.0;
        if (std::fabs(h1 - h2) > 180)
            hueMean += h1 + h2 < 360 ? 180 : -180;
    }
    const double dL = double(second.L) - first.L;
    const double dC = c2 - c1;
    const double dH = 2.0 * std::sqrt(c1 * c2) * std::sin(radians(hueStep) / 2.0);

    const double lMean = (double(first.L) + second.L) / 2.0;
    const double cMean = (c1 + c2) / 2.0;
    const double t =
        1.0 - 0.17 * std::cos(radians(hueMean - 30)) + 0.24 * std::cos(radians(2 * hueMean)) +
        0.32 * std::cos(radians(3 * hueMean + 6)) - 0.20 * std::cos(radians(4 * hueMean - 63));
    const double l50 = (lMean - 50.0) * (lMean - 50.0);
    const double sL = 1.0 + 0.015 * l50 / std::sqrt(20.0 + l50);
    const double sC = 1.0 + 0.045 * cMean;
    const double sH = 1.0 + 0.015 * cMean * t;
    const double theta = 30.0 * std::exp(-std::pow((hueMean - 275.0) / 25.0, 2));
    const double cMean7 = std::pow(cMean, 7);
    const double rotation =
        -2.0 * std::sqrt(cMean7 / (cMean7 + twentyFive7)) * std::sin(radians(2.0 * theta));
    const double l = dL / sL;
    const double c = dC / sC;
    const double h = dH / sH;
    return std::sqrt(l * l + c * c + h * h + rotation * c * h);
}

} // namespace autochrome::inline colour
