#pragma once

#include <QProxyStyle>

namespace autochrome {

/// Qt's own "Fusion" style with fewer lines: flat tool bars and buttons, thin sliders and progress
/// bars. Takes every colour from the palette.
class QuietStyle : public QProxyStyle
{
    Q_OBJECT

public:
    QuietStyle();

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption* option,
                       const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
};

/// Uses QuietStyle unless the desktop brings a style of its own (Breeze, Kvantum, …).
void installStyle();

} // namespace autochrome
