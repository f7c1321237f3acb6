#include "ui/training/curves/curve_look.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPixmap>

namespace autochrome {

namespace {

constexpr double lineWidth = 2;
constexpr double markRadius = 3;

// After Okabe and Ito's palette, which the colour-blind can tell apart; darker or lighter for
// contrast with the window.
QColor colourOf(CurveLook::Hue hue, bool dark)
{
    switch (hue) {
    case CurveLook::Hue::Blue:
        return dark ? 0x6cb8ee : 0x0065a3;
    case CurveLook::Hue::Orange:
        return dark ? 0xf0a45c : 0xb34a00;
    case CurveLook::Hue::Purple:
        return dark ? 0xdb9bc2 : 0x95457a;
    case CurveLook::Hue::Green:
        break;
    }
    return dark ? 0x4fc9a2 : 0x00775a;
}

} // namespace

QPen CurveLook::pen(const QPalette& palette) const
{
    QPen pen(colourOf(hue, isDark(palette)), lineWidth);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (!dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

QPen CurveLook::faintPen(const QPalette& palette) const
{
    QColor colour = colourOf(hue, isDark(palette));
    colour.setAlphaF(0.25F);
    return {colour, 1};
}

QPixmap curveSample(const CurveLook& look, const QPalette& palette, QSize size, double ratio)
{
    QPixmap sample(size * ratio);
    sample.setDevicePixelRatio(ratio);
    sample.fill(Qt::transparent);
    QPainter painter(&sample);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = size.height() / 2.0;
    painter.setPen(look.pen(palette));
    painter.drawLine(QPointF(0, middle), QPointF(size.width(), middle));
    if (look.marks) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.pen(palette).color());
        painter.drawEllipse(QPointF(size.width() / 2.0, middle), markRadius, markRadius);
    }
    return sample;
}

} // namespace autochrome
