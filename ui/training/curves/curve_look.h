#pragma once

#include <QPen>
#include <QString>

class QPalette;
class QPixmap;

namespace autochrome {

/// How a curve is named and drawn. Curves of one chart differ in their dashes too, so that nobody
/// has to tell them apart by colour.
struct CurveLook
{
    enum class Hue { Blue, Orange, Green, Purple };
    enum class Side { Left, Right };

    QString name;
    Hue hue = Hue::Blue;
    QList<qreal> dashes;    ///< lengths of dash and gap in line widths; empty for a full line
    Side side = Side::Left; ///< its axis
    bool marks = false;     ///< marks its points, for few of them

    /// Legible on the palette's window colour.
    QPen pen(const QPalette& palette) const;
    QPen faintPen(const QPalette& palette) const; ///< for the unsmoothed values behind it
};

/// A short piece of the curve for a legend.
/// @param size  device-independent pixels
/// @param ratio device pixels for each of them
QPixmap curveSample(const CurveLook& look, const QPalette& palette, QSize size, double ratio);

} // namespace autochrome
