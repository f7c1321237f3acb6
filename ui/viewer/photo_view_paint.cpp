#include "ui/viewer/photo_view_impl.h"
#include "ui/viewer/surround.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr double labelMargin = 12; // logical pixels to the handle and to the photo's edge
constexpr double labelPadding = 8;

QRect toDevice(const QRect& logical, double ratio)
{
    return QRectF(logical.x() * ratio, logical.y() * ratio, logical.width() * ratio,
                  logical.height() * ratio)
        .toAlignedRect();
}

} // namespace

void PhotoView::paintEvent(QPaintEvent* event)
{
    // The window may have moved to a screen of another density.
    if (impl_->transform.viewSize() != impl_->panes().first().size())
        impl_->updateViewSize();
    QPainter painter(this);
    impl_->paint(painter, event->region());
}

void PhotoView::Impl::paint(QPainter& painter, const QRegion& exposed)
{
    painter.save();
    painter.scale(1 / ratio(), 1 / ratio());
    const auto all = panes();
    for (const QRect& logical : exposed) {
        const QRect area = toDevice(logical, ratio());
        QRegion rest(area);
        for (qsizetype i = 0; i < all.size(); ++i) {
            paintPane(painter, all[i], i == 1, area);
            rest -= transform.visibleRect().translated(all[i].topLeft());
        }
        for (const QRect& rect : rest)
            painter.fillRect(rect, surroundColour());
    }
    painter.restore();
    paintLabels(painter);
}

void PhotoView::Impl::paintPane(QPainter& painter, const QRect& pane, bool second,
                                const QRect& exposed)
{
    const QPoint origin = transform.photoRect().topLeft() + pane.topLeft();
    const QRect area = transform.visibleRect().translated(pane.topLeft()) & exposed;
    if (area.isEmpty())
        return;
    if (isSplit()) {
        const int border = splitX();
        QRect left = area;
        left.setRight(std::min(area.right(), border - 1));
        QRect right = area;
        right.setLeft(std::max(area.left(), border));
        paintSide(painter, Side::Before, origin, left);
        paintSide(painter, Side::After, origin, right);
    } else if (mode == CompareMode::SideBySide) {
        paintSide(painter, second && !showingBefore ? Side::After : Side::Before, origin, area);
    } else {
        paintSide(painter, flipSide(), origin, area);
    }
}

void PhotoView::Impl::paintSide(QPainter& painter, Side side, QPoint origin, const QRect& area)
{
    if (area.isEmpty())
        return;
    if (side == Side::After && !pictures.canPaint(side))
        side = Side::Before;
    if (pictures.canPaint(side))
        pictures.paint(painter, side, origin, area);
    else
        painter.fillRect(area, surroundColour());
}

QList<PhotoView::Impl::Label> PhotoView::Impl::labels() const
{
    QList<Label> result;
    const QRect visible = transform.visibleRect();
    if (visible.isEmpty() || !pictures.hasAfter())
        return result;
    const QFontMetricsF metrics(view->font());
    const QString texts[] = {PhotoView::tr("Before"), PhotoView::tr("After")};
    const auto boxed = [&](const QString& text) {
        return QSizeF(metrics.horizontalAdvance(text) + 2 * labelPadding,
                      metrics.height() + labelPadding);
    };
    const double top = visible.top() / ratio() + labelMargin;
    if (isSplit()) {
        const double x = splitX() / ratio();
        const QSizeF before = boxed(texts[0]);
        const QSizeF after = boxed(texts[1]);
        const QRectF photo(visible.x() / ratio(), visible.y() / ratio(), visible.width() / ratio(),
                           visible.height() / ratio());
        const QRectF left(QPointF(x - labelMargin - before.width(), top), before);
        const QRectF right(QPointF(x + labelMargin, top), after);
        for (const auto& [text, rect] : {std::pair(texts[0], left), std::pair(texts[1], right)})
            if (photo.contains(rect) && labelOpacity > 0)
                result.push_back({text, rect, labelOpacity});
        return result;
    }
    const auto all = panes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Side side =
            all.size() == 2 ? (i == 1 && !showingBefore ? Side::After : Side::Before) : flipSide();
        const QString& text = texts[side == Side::After ? 1 : 0];
        const QPointF corner = QPointF(all[i].topLeft() + visible.topLeft()) / ratio();
        result.push_back(
            {text, QRectF(corner + QPointF(labelMargin, labelMargin), boxed(text)), 1});
    }
    return result;
}

void PhotoView::Impl::paintLabels(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Label& label : labels()) {
        painter.setOpacity(label.opacity);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0, 0, 0, 150));
        painter.drawRoundedRect(label.rect, 5, 5);
        painter.setPen(Qt::white);
        painter.drawText(label.rect, Qt::AlignCenter, label.text);
    }
    painter.setOpacity(1);
}

void PhotoView::Impl::repaintLabels()
{
    for (const Label& label : labels())
        view->update(label.rect.toAlignedRect().adjusted(-1, -1, 1, 1));
    // A label that has just faded out is no longer listed.
    if (isSplit() && labelOpacity == 0) {
        const QFontMetrics metrics(view->font());
        const int reach = int(2 * labelMargin) + int(4 * labelPadding) +
                          std::max(metrics.horizontalAdvance(PhotoView::tr("Before")),
                                   metrics.horizontalAdvance(PhotoView::tr("After")));
        const int x = int(std::lround(splitX() / ratio()));
        view->update(x - reach, 0, 2 * reach, view->height());
    }
}

void PhotoView::Impl::repaintArea(Side side, const QRectF& photoArea)
{
    // Before stands in for an after that is not there yet, and after for nothing: repaint both.
    Q_UNUSED(side);
    const QRect scaled = transform.photoRect();
    const QSize photo = transform.photoSize();
    if (photo.isEmpty())
        return;
    const double sx = double(scaled.width()) / photo.width();
    const double sy = double(scaled.height()) / photo.height();
    for (const QRect& pane : panes()) {
        const QRectF area = QRectF(scaled.x() + photoArea.x() * sx, scaled.y() + photoArea.y() * sy,
                                   photoArea.width() * sx, photoArea.height() * sy) &
                            QRectF(transform.visibleRect());
        const QRectF logical((area.x() + pane.x()) / ratio(), (area.y() + pane.y()) / ratio(),
                             area.width() / ratio(), area.height() / ratio());
        if (!area.isEmpty())
            view->update(logical.toAlignedRect().adjusted(-1, -1, 1, 1));
    }
}

} // namespace autochrome
