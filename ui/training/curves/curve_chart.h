#pragma once

#include "ui/training/curves/curve_look.h"

#include <QList>
#include <QPointF>
#include <QWidget>
#include <vector>

class QChart;
class QChartView;
class QLineSeries;
class QValueAxis;

namespace autochrome {

class CurveLegend;

/// A chart of a few curves over a common x, with an axis on the left and perhaps another one on the
/// right, and a legend that hides and shows them. However many points a curve has, about two for
/// each pixel of width are drawn.
class CurveChart : public QWidget
{
    Q_OBJECT

public:
    /// Names of the axes; without a right one no curve may lie on it.
    struct Axes
    {
        QString x;
        QString left;
        QString right;
        bool xShown = true; ///< false if another chart's below has the numbers
    };

    CurveChart(const Axes& axes, const std::vector<CurveLook>& looks, QWidget* parent = nullptr);

    /// @param points  x ascending; drawn as the curve
    /// @param raw     the values before smoothing, drawn faintly behind it; may be empty
    void setCurve(int curve, const QList<QPointF>& points, const QList<QPointF>& raw = {});

    void setEnd(double x); ///< the x axis goes from 0 to here; before the curves that fill it

    CurveLegend* legend() const { return legend_; }
    QChart* chart() const;

    /// Points of a curve that are drawn, for tests.
    QList<QPointF> drawnPoints(int curve) const;
    QList<QPointF> drawnRawPoints(int curve) const;

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    struct Curve
    {
        CurveLook look;
        QList<QPointF> points;
        QList<QPointF> raw;
        QLineSeries* line = nullptr;
        QLineSeries* rawLine = nullptr;
    };

    void addCurve(const CurveLook& look);
    void dress();
    void placePlot();
    void draw(const Curve& curve) const;
    void fitAxis(CurveLook::Side side);
    QValueAxis* axisOf(CurveLook::Side side) const;

    CurveLegend* legend_;
    QChartView* view_;
    QValueAxis* x_;
    QValueAxis* left_;
    QValueAxis* right_ = nullptr;
    std::vector<Curve> curves_;
};

} // namespace autochrome
