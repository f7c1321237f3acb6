#include "core/edit/tone/lightness_curve.h"

#include "core/colour/lab.h"
#include "core/edit/tone/curve_points.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline edit {
namespace {

constexpr double fullContrast = 2; // of the hyperbolic tangent at full contrast

double levelled(double lightness, const FoundLevels& levels)
{
    const double share = (lightness - levels.black) / (levels.white - levels.black);
    return std::clamp(FoundLevels::room + (100 - 2 * FoundLevels::room) * share, 0.0, 100.0);
}

double exposed(double lightness, double stops)
{
    const double factor = std::exp2(stops);
    const double light = luminanceOfLightness(float(lightness));
    return autochrome::lightness(float(factor * light / (1 + (factor - 1) * light)));
}

double contrasted(double lightness, double contrast)
{
    const double k = fullContrast * std::abs(contrast);
    const double h = lightness / 50 - 1;
    const double bent =
        contrast > 0 ? std::tanh(k * h) / std::tanh(k) : std::atanh(h * std::tanh(k)) / k;
    return 50 * (1 + bent);
}

} // namespace

LightnessCurve::LightnessCurve(const FilmPoints* film, const FoundLevels* levels,
                               const ToneSettings& settings)
    : values_(steps + 1), isOfNegative_(film != nullptr)
{
    const CurvePoints points = CurvePoints::fromText(settings.curve).value_or(CurvePoints());
    double last = 0;
    for (int step = 0; step <= steps; ++step) {
        const int i = film ? steps - step : step; // from what becomes black on
        double L = 100.0 * i / steps;
        if (film)
            L = film->positive(L);
        if (levels)
            L = levelled(L, *levels);
        if (settings.exposure != 0)
            L = exposed(L, settings.exposure);
        if (settings.contrast != 0)
            L = contrasted(L, settings.contrast);
        last = std::clamp(points.at(L), last, 100.0); // the last bits may turn back
        values_[std::size_t(i)] = float(last);
    }
}

bool LightnessCurve::isIdentity() const
{
    for (int i = 0; i <= steps; ++i)
        if (std::abs(values_[std::size_t(i)] - 100.0f * float(i) / steps) > 0.001f)
            return false;
    return true;
}

} // namespace autochrome::inline edit
