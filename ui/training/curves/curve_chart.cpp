#include "ui/training/curves/curve_chart.h"

#include "ui/training/curves/curve_legend.h"
#include "ui/training/curves/curve_points.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <cmath>

namespace autochrome {

namespace {

constexpr int mostTicks = 6;
constexpr double endRoom = 1.01; // so that a last mark is whole
constexpr double markSize = 4;   // pixels

/// 1, 2 or 5 times a power of ten that divides a span into `mostTicks` at most.
double niceStep(double span)
{
    const double rough = span / mostTicks;
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    for (double factor : {1, 2, 5}) {
        if (factor * decade >= rough * (1 - 1e-9))
            return factor * decade;
    }
    return 10 * decade;
}

void setTicks(QValueAxis* axis, double low, double high)
{
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(niceStep(high - low));
    axis->setRange(low, high);
}

QValueAxis* newAxis(QChart* chart, const QString& name, Qt::Alignment side)
{
    auto* axis = new QValueAxis;
    axis->setTitleText(name);
    axis->setLabelFormat("%.4g");
    chart->addAxis(axis, side);
    return axis;
}

} // namespace

CurveChart::CurveChart(const Axes& axes, const std::vector<CurveLook>& looks, QWidget* parent)
    : QWidget(parent), legend_(new CurveLegend(looks)), view_(new QChartView)
{
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setBackgroundRole(QPalette::Window);
    view_->setFocusPolicy(Qt::NoFocus);
    view_->installEventFilter(this);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    x_ = newAxis(chart(), axes.x, Qt::AlignBottom);
    x_->setLabelsVisible(axes.xShown);
    x_->setTitleVisible(axes.xShown);
    left_ = newAxis(chart(), axes.left, Qt::AlignLeft);
    if (!axes.right.isEmpty()) {
        right_ = newAxis(chart(), axes.right, Qt::AlignRight);
        right_->setGridLineVisible(false); // two grids are none
    }
    for (const CurveLook& look : looks)
        addCurve(look);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(legend_);
    layout->addWidget(view_, 1);
    connect(legend_, &CurveLegend::toggled, this, [this](int index, bool shown) {
        const Curve& curve = curves_[std::size_t(index)];
        curve.line->setVisible(shown);
        curve.rawLine->setVisible(shown);
        fitAxis(curve.look.side);
    });
    setEnd(1);
    dress();
}

QChart* CurveChart::chart() const
{
    return view_->chart();
}

void CurveChart::addCurve(const CurveLook& look)
{
    Curve curve{look, {}, {}, new QLineSeries, new QLineSeries};
    for (QLineSeries* series : {curve.rawLine, curve.line}) {
        chart()->addSeries(series);
        series->attachAxis(x_);
        series->attachAxis(axisOf(look.side));
    }
    curve.line->setPointsVisible(look.marks);
    curve.line->setMarkerSize(markSize);
    connect(curve.line, &QLineSeries::hovered, this,
            [this, name = look.name](QPointF point, bool over) {
                const QLocale locale;
                if (over)
                    QToolTip::showText(QCursor::pos(),
                                       QStringLiteral("%1: %2\n%3: %4")
                                           .arg(name, locale.toString(point.y(), 'g', 4),
                                                x_->titleText(),
                                                locale.toString(point.x(), 'g', 4)),
                                       view_);
            });
    curves_.push_back(curve);
}

void CurveChart::setCurve(int curve, const QList<QPointF>& points, const QList<QPointF>& raw)
{
    Curve& changed = curves_[std::size_t(curve)];
    changed.points = points;
    changed.raw = raw;
    draw(changed);
    fitAxis(changed.look.side);
}

void CurveChart::setEnd(double x)
{
    setTicks(x_, 0, x > 0 ? x * endRoom : 1);
}

QList<QPointF> CurveChart::drawnPoints(int curve) const
{
    return curves_[std::size_t(curve)].line->points();
}

QList<QPointF> CurveChart::drawnRawPoints(int curve) const
{
    return curves_[std::size_t(curve)].rawLine->points();
}

void CurveChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
    QWidget::changeEvent(event);
}

bool CurveChart::eventFilter(QObject* object, QEvent* event)
{
    if (object == view_ && event->type() == QEvent::Resize) {
        placePlot();
        for (const Curve& curve : curves_)
            draw(curve);
    }
    return QWidget::eventFilter(object, event);
}

void CurveChart::dress()
{
    const QColor text = palette().color(QPalette::WindowText);
    QColor grid = text;
    grid.setAlphaF(0.15F);
    QColor frame = text;
    frame.setAlphaF(0.5F);
    for (QValueAxis* axis : {x_, left_, right_}) {
        if (!axis)
            continue;
        axis->setLabelsBrush(text);
        axis->setTitleBrush(text);
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
        axis->setGridLineColor(grid);
        axis->setLinePen(QPen(frame, 1));
    }
    for (const Curve& curve : curves_) {
        curve.line->setPen(curve.look.pen(palette()));
        curve.rawLine->setPen(curve.look.faintPen(palette()));
    }
    placePlot();
}

void CurveChart::placePlot()
{
    // Fixed margins, so that the plots of charts above each other are flush.
    const QFontMetricsF metrics(font());
    const double side = metrics.horizontalAdvance(QStringLiteral("0.00000")) + metrics.height() * 2;
    const double bottom = x_->labelsVisible() ? metrics.height() * 3 : metrics.height() * 0.6;
    const QRectF area(QPointF(0, 0), view_->size());
    chart()->setPlotArea(area.adjusted(side, metrics.height() * 0.7, -side, -bottom));
}

void CurveChart::draw(const Curve& curve) const
{
    const double span = x_->max() - x_->min();
    const auto put = [&](QLineSeries* series, const QList<QPointF>& points) {
        const double share = points.isEmpty() ? 0 : (points.last().x() - points.first().x()) / span;
        series->replace(decimated(points, int(std::ceil(share * chart()->plotArea().width()))));
    };
    put(curve.line, curve.points);
    put(curve.rawLine, curve.raw);
}

void CurveChart::fitAxis(CurveLook::Side side)
{
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const Curve& curve : curves_) {
        if (curve.look.side != side || !curve.line->isVisible())
            continue;
        for (const QPointF point : curve.line->points()) {
            low = std::min(low, point.y());
            high = std::max(high, point.y());
        }
        if (!curve.raw.isEmpty()) {
            const auto [rawLow, rawHigh] = usualRange(curve.raw);
            low = std::min(low, rawLow);
            high = std::max(high, rawHigh);
        }
    }
    if (low > high) {
        low = 0;
        high = 1;
    }
    double room = (high - low) * 0.06;
    if (!(room > 0)) // a flat curve
        room = high != 0 ? std::abs(high) * 0.1 : 1;
    // Nothing that is measured here and is positive has an axis that begins below 0.
    setTicks(axisOf(side), low >= 0 ? std::max(0.0, low - room) : low - room, high + room);
}

QValueAxis* CurveChart::axisOf(CurveLook::Side side) const
{
    return side == CurveLook::Side::Right && right_ ? right_ : left_;
}

} // namespace autochrome
