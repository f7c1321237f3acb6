#include "ui/training/figures/ab_plane.h"

#include "core/colour/lab.h"

#include <cmath>

namespace autochrome {

namespace {

constexpr int edgeSamples = 4; // per side of a pixel that the gamut's edge crosses
constexpr int cellSamples = 9; // per side of a bin's cell

LinearRgb colourAt(double lightness, QPointF ab)
{
    return toLinearRgb({float(lightness), float(ab.x()), float(ab.y())});
}

bool exists(const LinearRgb& colour)
{
    constexpr float tolerance = 1e-4F; // the primaries themselves are in
    for (float channel : {colour.r, colour.g, colour.b}) {
        if (channel < -tolerance || channel > 1 + tolerance)
            return false;
    }
    return true;
}

int code(float linear)
{
    return int(std::lround(255 * linearToSrgb(std::clamp(linear, 0.0F, 1.0F))));
}

/// Whether the corners of the pixels lie in the gamut, along the upper edge of a row.
std::vector<bool> cornersIn(double lightness, const AbPlane& plane, int y)
{
    std::vector<bool> inside(std::size_t(plane.square.width()) + 1);
    for (std::size_t x = 0; x < inside.size(); ++x)
        inside[x] = exists(colourAt(lightness, plane.toColour({double(x), double(y)})));
    return inside;
}

/// Share of a pixel that lies in the gamut, so that its edge is smooth.
double coverage(double lightness, const AbPlane& plane, int x, int y)
{
    int inside = 0;
    for (int sample = 0; sample < edgeSamples * edgeSamples; ++sample) {
        const int row = sample / edgeSamples;
        const double dx = (sample % edgeSamples + 0.5) / edgeSamples;
        const double dy = (row + 0.5) / edgeSamples;
        inside += exists(colourAt(lightness, plane.toColour({x + dx, y + dy})));
    }
    return double(inside) / (edgeSamples * edgeSamples);
}

} // namespace

QPointF AbPlane::toPicture(double a, double b) const
{
    return {square.center().x() + a / reach * square.width() / 2,
            square.center().y() - b / reach * square.height() / 2};
}

QPointF AbPlane::toColour(QPointF place) const
{
    return {(place.x() - square.center().x()) / square.width() * 2 * reach,
            (square.center().y() - place.y()) / square.height() * 2 * reach};
}

QRectF AbPlane::cell(const ColourBins& bins, int bin) const
{
    const double half = bins.spacing / 2;
    const auto& [a, b] = bins.centres[std::size_t(bin)];
    return {toPicture(a - half, b + half), toPicture(a + half, b - half)};
}

int AbPlane::binAt(const ColourBins& bins, QPointF place) const
{
    if (!square.contains(place))
        return -1;
    const QPointF colour = toColour(place);
    const int bin = bins.nearest(float(colour.x()), float(colour.y()));
    return cell(bins, bin).contains(place) ? bin : -1;
}

QImage gamutImage(double lightness, int side)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const AbPlane plane{QRectF(0, 0, side, side)};
    std::vector<bool> above = cornersIn(lightness, plane, 0);
    for (int y = 0; y < side; ++y) {
        const std::vector<bool> below = cornersIn(lightness, plane, y + 1);
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const int corners = int(above[x]) + above[x + 1] + below[x] + below[x + 1];
            if (corners == 0)
                continue;
            const LinearRgb colour = colourAt(lightness, plane.toColour({x + 0.5, y + 0.5}));
            const double share = corners == 4 ? 1 : coverage(lightness, plane, x, y);
            line[x] = qRgba(code(colour.r), code(colour.g), code(colour.b),
                            int(std::lround(255 * share)));
        }
        above = below;
    }
    return image;
}

std::vector<bool> binsAtLightness(const ColourBins& bins, double lightness)
{
    std::vector<bool> present(std::size_t(bins.count()), false);
    for (int bin = 0; bin < bins.count(); ++bin) {
        for (int sample = 0; sample < cellSamples * cellSamples && !present[bin]; ++sample) {
            const int row = sample / cellSamples;
            const double da = double(sample % cellSamples) / (cellSamples - 1) - 0.5;
            const double db = double(row) / (cellSamples - 1) - 0.5;
            present[bin] = exists(colourAt(lightness, {bins.centres[bin][0] + da * bins.spacing,
                                                       bins.centres[bin][1] + db * bins.spacing}));
        }
    }
    return present;
}

} // namespace autochrome
