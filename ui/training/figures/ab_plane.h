#pragma once

#include "core/colour/colour_bins.h"

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <vector>

namespace autochrome {

/// Where the colours of the a*b* plane lie in a picture: a* to the right, b* upwards.
struct AbPlane
{
    /// CIE units from the centre to each side: all of sRGB, in whole cells of ten units.
    static constexpr double reach = 115;

    QRectF square; ///< the plane in the picture, device-independent pixels

    QPointF toPicture(double a, double b) const;
    QPointF toColour(QPointF place) const; ///< x is a*, y is b*, CIE units
    QRectF cell(const ColourBins& bins, int bin) const;

    /// The bin whose cell lies under a place; -1 where there is none.
    int binAt(const ColourBins& bins, QPointF place) const;
};

/// The sRGB colours that exist at one lightness, over the whole plane; transparent elsewhere.
/// @param lightness  L* in [0, 100]
/// @param side       width and height, pixels
QImage gamutImage(double lightness, int side);

/// For each bin, whether some sRGB colour of its cell exists at lightness L*.
std::vector<bool> binsAtLightness(const ColourBins& bins, double lightness);

} // namespace autochrome
