#pragma once

#include "ui/training/figures/ab_plane.h"
#include "ui/training/figures/colour_statistics.h"

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QImage>
#include <QString>

class QFontMetricsF;
class QPainter;
class QPainterPath;
class QPalette;

namespace autochrome {

class ColourScale;

/// The three figures on a data set's colours, after Zhang, Isola, Efros: Colorful Image
/// Colorization (2016), figure 3.
enum class FigureKind {
    Gamut,  ///< the colours of sRGB at L* = 50, with the bins
    Prior,  ///< how often each bin occurs, log scale
    Weights ///< what each bin weighs in the loss
};

/// What a figure is drawn in, apart from its plane.
struct FigureColours
{
    QColor text;
    QColor quietText;
    QColor background; ///< invalid for none

    static FigureColours fromPalette(const QPalette& palette);
    static FigureColours forPaper(); ///< black on white
};

/// Paints one figure into any QPainter: a window, a picture, a drawing in SVG. Draws nothing that
/// needs clipping or patterns, which Qt's SVG writer lacks.
class FigurePainter
{
    Q_DECLARE_TR_FUNCTIONS(FigurePainter)

public:
    /// The parts of a figure, device-independent pixels.
    struct Layout
    {
        QRectF title;
        AbPlane plane;
        QRectF bar; ///< colour bar; empty for the gamut
        QRectF caption;
    };

    static constexpr double gamutLightness = 50; ///< L* of the gamut figure

    explicit FigurePainter(FigureKind kind);

    FigureKind kind() const { return kind_; }
    void setStatistics(ColourStatistics statistics) { statistics_ = std::move(statistics); }
    const ColourStatistics& statistics() const { return statistics_; }
    void setColours(const FigureColours& colours) { colours_ = colours; }

    /// Pixels for each unit, where the device itself does not know, as for a drawing; 0: ask it.
    void setPixelRatio(double ratio) { pixelRatio_ = ratio; }

    QString title() const;
    QString caption() const;        ///< how to read it, one or two lines
    QString binText(int bin) const; ///< a*, b*, probability, weight of a bin, a line each

    /// @param pixel  edge of a device pixel, so that cells get sharp edges
    Layout layout(const QRectF& area, const QFontMetricsF& metrics, double pixel = 1) const;
    double heightForWidth(double width, const QFontMetricsF& metrics) const;

    /// @param marked  a bin to put a frame around, or -1
    void paint(QPainter& painter, const QRectF& area, const QFont& font, int marked = -1) const;

private:
    /// Lines one unit wide along device pixels.
    void strokeSharply(QPainter& painter, QPainterPath path, const QColor& colour) const;
    static void paintZero(QPainter& painter, const AbPlane& plane); // where a* or b* is 0
    void paintGamut(QPainter& painter, const AbPlane& plane) const;
    void paintCells(QPainter& painter, const AbPlane& plane) const;
    void paintAxes(QPainter& painter, const AbPlane& plane) const;
    void paintBar(QPainter& painter, const QRectF& bar) const;
    ColourScale scale() const;
    double shown(int bin) const;
    double pixelRatio(const QPainter& painter) const;

    FigureKind kind_;
    ColourStatistics statistics_;
    double pixelRatio_ = 0;
    FigureColours colours_ = FigureColours::forPaper();
    mutable QImage gamut_; ///< of the last size, it takes some milliseconds
};

} // namespace autochrome
