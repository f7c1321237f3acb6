#include "ui/tools/tone_histogram.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr double leastClipped = 0.0005; // of the pixels, that is worth a mark

// Towers hide what is beside them, so their height counts less: a root.
double heightOf(double share, double highest)
{
    return highest > 0 ? std::sqrt(share / highest) : 0;
}

double highestOf(const ToneFigures& figures)
{
    return std::max(*std::ranges::max_element(figures.before.shares),
                    *std::ranges::max_element(figures.after.shares));
}

QPainterPath outlineOf(const LightnessHistogram& histogram, double highest, const QRectF& within)
{
    QPainterPath path(within.bottomLeft());
    const double step = within.width() / double(histogram.shares.size());
    for (std::size_t i = 0; i < histogram.shares.size(); ++i)
        path.lineTo(within.left() + (double(i) + 0.5) * step,
                    within.bottom() - within.height() * heightOf(histogram.shares[i], highest));
    path.lineTo(within.bottomRight());
    return path;
}

// A triangle that points to the end at which pixels are clipped.
void drawMark(QPainter& painter, QPointF tip, double towards)
{
    const double size = 6;
    painter.drawPolygon(QPolygonF{tip, tip + QPointF(-towards * size, -size / 2 - 1),
                                  tip + QPointF(-towards * size, size / 2 + 1)});
}

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 1);
}

} // namespace

ToneHistogram::ToneHistogram(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Histogram of lightness"));
    setFigures({});
}

void ToneHistogram::setFigures(const ToneFigures& figures)
{
    figures_ = figures;
    setAccessibleDescription(inWords());
    setToolTip(inWords());
    update();
}

QString ToneHistogram::inWords() const
{
    const LightnessHistogram& before = figures_.before;
    const LightnessHistogram& after = figures_.after;
    return tr("Before: lightness %1 to %2. After: %3 to %4, %5 % pure black, %6 % pure white.")
        .arg(before.darkest)
        .arg(before.lightest)
        .arg(after.darkest)
        .arg(after.lightest)
        .arg(percent(after.clippedBlack), percent(after.clippedWhite));
}

QSize ToneHistogram::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 4};
}

QSize ToneHistogram::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() * 4};
}

void ToneHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QPalette& colours = palette();
    painter.setPen(colours.color(QPalette::Mid));
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawRect(frame);
    const QRectF within = frame.adjusted(2, 3, -2, -1);
    const double highest = highestOf(figures_);
    QColor area = colours.color(QPalette::Text);
    area.setAlphaF(0.35f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(area);
    painter.drawPath(outlineOf(figures_.after, highest, within));
    painter.setPen(QPen(colours.color(QPalette::Text), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outlineOf(figures_.before, highest, within));
    painter.setBrush(colours.color(QPalette::Text));
    if (figures_.after.clippedBlack > leastClipped)
        drawMark(painter, within.topLeft() + QPointF(0, 6), -1);
    if (figures_.after.clippedWhite > leastClipped)
        drawMark(painter, within.topRight() + QPointF(0, 6), 1);
}

} // namespace autochrome
