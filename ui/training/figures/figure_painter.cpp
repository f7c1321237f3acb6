#include "ui/training/figures/figure_painter.h"

#include "ui/training/figures/colour_scale.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <cmath>

namespace autochrome {

namespace {

constexpr QRgb surround = 0xff777777; // neutral, L* = 50: no hue of the window touches the plane
constexpr double tickLength = 4;
constexpr int tickStep = 50; // CIE units
constexpr double gap = 4;
constexpr double barNameHeight = 1.7; // lines, with the half of a number that stands above the bar
constexpr double barWidth = 12;
constexpr int captionLines = 2;

double widestNumber(const QFontMetricsF& metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("−100"));
}

double leftMargin(const QFontMetricsF& metrics)
{
    return metrics.height() + widestNumber(metrics) + tickLength + gap;
}

double rightMargin(const QFontMetricsF& metrics)
{
    return barWidth + tickLength + 3 * gap + metrics.horizontalAdvance(QStringLiteral("≥ 1,000"));
}

double topMargin(const QFontMetricsF& metrics)
{
    return metrics.height() * 1.2 + 2 * gap;
}

double bottomMargin(const QFontMetricsF& metrics)
{
    return tickLength + 3 * gap + (2 + captionLines) * metrics.height();
}

/// Down to whole device pixels.
double snapped(double length, double pixel)
{
    return std::floor(length / pixel + 1e-6) * pixel;
}

void drawCentred(QPainter& painter, QPointF centre, const QString& text, double angle = 0)
{
    painter.save();
    painter.translate(centre);
    painter.rotate(angle);
    painter.drawText(QRectF(-200, -50, 400, 100), int(Qt::AlignCenter), text);
    painter.restore();
}

} // namespace

FigureColours FigureColours::fromPalette(const QPalette& palette)
{
    return {palette.color(QPalette::WindowText), palette.color(QPalette::PlaceholderText), {}};
}

FigureColours FigureColours::forPaper()
{
    return {QColor(0x1e1e1e), QColor(0x555555), Qt::white};
}

FigurePainter::FigurePainter(FigureKind kind) : kind_(kind) {}

QString FigurePainter::title() const
{
    switch (kind_) {
    case FigureKind::Gamut:
        return tr("Colours at L* = 50");
    case FigureKind::Prior:
        return tr("How often each colour occurs");
    case FigureKind::Weights:
        break;
    }
    return tr("Weight at λ = %1").arg(QLocale().toString(statistics_.lambda(), 'f', 2));
}

QString FigurePainter::caption() const
{
    switch (kind_) {
    case FigureKind::Gamut: {
        const ColourBins& bins = ColourBins::srgb();
        return tr("%1 bins of %2 units. Empty frames: colours of another L*.")
            .arg(QLocale().toString(bins.count()), QLocale().toString(bins.spacing, 'g', 3));
    }
    case FigureKind::Prior:
        return statistics_.isEmpty() ? tr("No photos have been counted yet.")
                                     : tr("Share of all pixels. Crossed out: in no photo.");
    case FigureKind::Weights:
        break;
    }
    return statistics_.isEmpty() ? tr("No photos have been counted yet.")
                                 : tr("How much a pixel counts in training: 1 on average.");
}

QString FigurePainter::binText(int bin) const
{
    const auto& [a, b] = ColourBins::srgb().centres[std::size_t(bin)];
    QStringList lines{tr("a* %1, b* %2").arg(numberText(a, 4), numberText(b, 4))};
    if (!statistics_.isEmpty()) {
        const double p = statistics_.probability(bin);
        lines << (p > 0 ? tr("Probability %1 (log₁₀ %2)")
                              .arg(numberText(p, 3), numberText(std::log10(p), 3))
                        : tr("In no photo"))
              << tr("Weight %1").arg(numberText(statistics_.weight(bin), 3));
    }
    return lines.join(u'\n');
}

FigurePainter::Layout FigurePainter::layout(const QRectF& area, const QFontMetricsF& metrics,
                                            double pixel) const
{
    const double left = leftMargin(metrics);
    const double top = topMargin(metrics);
    const double room = std::min(area.width() - left - rightMargin(metrics),
                                 area.height() - top - bottomMargin(metrics));
    // Whole device pixels for each cell of ten units, so that all are of one size.
    constexpr double cells = AbPlane::reach / 5;
    const double side = std::max(pixel, snapped(room / cells, pixel)) * cells;
    const QRectF square(snapped(area.left() + left, pixel), snapped(area.top() + top, pixel), side,
                        side);
    Layout layout{.title = {square.left(), area.top(), area.right() - square.left(), top - gap},
                  .plane = {square},
                  .bar = {},
                  .caption = {}};
    if (kind_ != FigureKind::Gamut) {
        layout.bar = {square.right() + 2 * gap, square.top() + metrics.height() * barNameHeight,
                      barWidth, square.height() - metrics.height() * barNameHeight};
    }
    const double captionTop = square.bottom() + tickLength + 3 * gap + 2 * metrics.height();
    layout.caption = {area.left(), captionTop, area.width(), captionLines * metrics.height() + gap};
    return layout;
}

double FigurePainter::heightForWidth(double width, const QFontMetricsF& metrics) const
{
    const double side = width - leftMargin(metrics) - rightMargin(metrics);
    return std::ceil(std::max(0.0, side) + topMargin(metrics) + bottomMargin(metrics));
}

void FigurePainter::paint(QPainter& painter, const QRectF& area, const QFont& font,
                          int marked) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QFontMetricsF metrics(font, painter.device());
    const Layout parts = layout(area, metrics, 1 / pixelRatio(painter));
    if (colours_.background.isValid())
        painter.fillRect(area, colours_.background);
    painter.fillRect(parts.plane.square, QColor(surround));
    paintZero(painter, parts.plane);
    if (kind_ == FigureKind::Gamut)
        paintGamut(painter, parts.plane);
    else
        paintCells(painter, parts.plane);
    if (marked >= 0) {
        const QRectF cell = parts.plane.cell(ColourBins::srgb(), marked);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 4)); // one of the two stands out from any colour
        painter.drawRect(cell);
        painter.setPen(QPen(Qt::white, 2));
        painter.drawRect(cell);
    }
    paintAxes(painter, parts.plane);
    if (!parts.bar.isEmpty())
        paintBar(painter, parts.bar);
    painter.setPen(colours_.quietText);
    painter.drawText(parts.caption, int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap),
                     caption());
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours_.text);
    painter.drawText(parts.title, int(Qt::AlignLeft | Qt::AlignVCenter), title());
    painter.restore();
}

void FigurePainter::strokeSharply(QPainter& painter, QPainterPath path, const QColor& colour) const
{
    // A line of an odd number of pixels lies on their middles, not on their edges.
    const double ratio = pixelRatio(painter);
    if (std::lround(ratio) % 2 == 1)
        path.translate(0.5 / ratio, 0.5 / ratio);
    painter.strokePath(path, QPen(colour, 1));
}

void FigurePainter::paintZero(QPainter& painter, const AbPlane& plane)
{
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1));
    painter.drawLine(plane.toPicture(0, AbPlane::reach), plane.toPicture(0, -AbPlane::reach));
    painter.drawLine(plane.toPicture(-AbPlane::reach, 0), plane.toPicture(AbPlane::reach, 0));
}

void FigurePainter::paintGamut(QPainter& painter, const AbPlane& plane) const
{
    const int side = int(std::lround(plane.square.width() * pixelRatio(painter)));
    if (gamut_.width() != side)
        gamut_ = gamutImage(gamutLightness, side);
    painter.drawImage(plane.square, gamut_);
    const ColourBins& bins = ColourBins::srgb();
    static const std::vector<bool> present = binsAtLightness(bins, gamutLightness);
    for (bool filled : {false, true}) { // frames of the filled cells on top of their neighbours'
        QPainterPath frames;            // as one stroke, or common sides would be drawn twice
        for (int bin = 0; bin < bins.count(); ++bin) {
            if (present[std::size_t(bin)] == filled)
                frames.addRect(plane.cell(bins, bin));
        }
        strokeSharply(painter, frames, filled ? QColor(0, 0, 0, 120) : QColor(255, 255, 255, 120));
    }
}

void FigurePainter::paintCells(QPainter& painter, const AbPlane& plane) const
{
    const ColourBins& bins = ColourBins::srgb();
    const ColourScale scale = this->scale();
    QPainterPath frames;
    QPainterPath crosses;
    for (int bin = 0; bin < bins.count(); ++bin) {
        const QRectF cell = plane.cell(bins, bin);
        const bool known = shown(bin) > 0 && !statistics_.isEmpty();
        if (known) {
            painter.fillRect(cell, scale.colour(shown(bin)));
        } else if (!statistics_.isEmpty()) {
            crosses.moveTo(cell.topLeft());
            crosses.lineTo(cell.bottomRight());
            crosses.moveTo(cell.bottomLeft());
            crosses.lineTo(cell.topRight());
        }
        frames.addRect(cell);
    }
    strokeSharply(painter, frames, QColor(0, 0, 0, 100));
    painter.strokePath(crosses, QPen(QColor(0, 0, 0, 150), 1));
}

void FigurePainter::paintAxes(QPainter& painter, const AbPlane& plane) const
{
    const QRectF& square = plane.square;
    const QFontMetricsF metrics(painter.font(), painter.device());
    painter.setPen(QPen(colours_.text, 1));
    const bool roomy =
        plane.toPicture(tickStep, 0).x() - plane.toPicture(0, 0).x() > 1.2 * widestNumber(metrics);
    for (int value = -2 * tickStep; value <= 2 * tickStep; value += tickStep) {
        const double x = plane.toPicture(value, 0).x();
        const double y = plane.toPicture(0, value).y();
        const QString number = numberText(value, 4);
        painter.drawLine(QPointF(x, square.bottom()), QPointF(x, square.bottom() + tickLength));
        painter.drawLine(QPointF(square.left() - tickLength, y), QPointF(square.left(), y));
        if (roomy || value % (2 * tickStep) == 0)
            drawCentred(painter, {x, square.bottom() + tickLength + metrics.height() / 2}, number);
        const QRectF place(square.left() - tickLength - gap - 100, y - metrics.height(), 100,
                           2 * metrics.height());
        painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter), number);
    }
    drawCentred(painter,
                {square.center().x(), square.bottom() + tickLength + gap + metrics.height() * 1.5},
                QStringLiteral("a*"));
    drawCentred(
        painter,
        {square.left() - leftMargin(metrics) + gap + metrics.height() / 2, square.center().y()},
        QStringLiteral("b*"), -90);
}

void FigurePainter::paintBar(QPainter& painter, const QRectF& bar) const
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    constexpr int stops = 16;
    for (int stop = 0; stop <= stops; ++stop)
        gradient.setColorAt(double(stop) / stops, ColourScale::colourAt(double(stop) / stops));
    painter.fillRect(bar, gradient);
    painter.setPen(QPen(colours_.text, 1));
    for (const ColourScale::Tick& tick : scale().ticks(kind_ == FigureKind::Prior)) {
        const double y = bar.bottom() - tick.position * bar.height();
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + tickLength, y));
        painter.drawText(
            QRectF(bar.right() + tickLength + gap, y - metrics.height(), 200, 2 * metrics.height()),
            int(Qt::AlignLeft | Qt::AlignVCenter), tick.label);
    }
    const QString name = kind_ == FigureKind::Prior ? tr("log₁₀ p") : tr("weight");
    painter.drawText(
        QRectF(bar.left(), bar.top() - metrics.height() * barNameHeight, 200, metrics.height()),
        int(Qt::AlignLeft | Qt::AlignVCenter), name);
}

ColourScale FigurePainter::scale() const
{
    return kind_ == FigureKind::Prior ? ColourScale::ofProbabilities(statistics_)
                                      : ColourScale::ofWeights(statistics_);
}

double FigurePainter::pixelRatio(const QPainter& painter) const
{
    return pixelRatio_ > 0 ? pixelRatio_ : painter.device()->devicePixelRatio();
}

double FigurePainter::shown(int bin) const
{
    return kind_ == FigureKind::Prior ? statistics_.probability(bin) : statistics_.weight(bin);
}

} // namespace autochrome
