#include "ui/training/run/sample_canvas.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

constexpr int gap = 6;
constexpr double usualAspect = 0.75; // height over width, until there is a picture
constexpr int highest = 420;
constexpr double shortestStep = 6; // pixels of a drag to the next validation
constexpr double longestStep = 48;

} // namespace

SampleCanvas::SampleCanvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeHorCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SampleCanvas::setPanels(const QList<Panel>& panels)
{
    QList<Panel> next = panels;
    for (int i = 0; i < next.size() && next.size() == panels_.size(); ++i)
        if (next[i].isLoading && next[i].picture.isNull())
            next[i].picture = panels_[i].picture;
    if (next == panels_)
        return;
    const int before = heightForWidth(width());
    panels_ = next;
    if (heightForWidth(width()) != before)
        updateGeometry();
    update();
}

int SampleCanvas::captionHeight() const
{
    return fontMetrics().height() + gap;
}

int SampleCanvas::heightForWidth(int width) const
{
    const int count = std::max(1, int(panels_.size()));
    const double column = double(width - gap * (count - 1)) / count;
    double aspect = 0;
    for (const Panel& panel : panels_)
        if (!panel.picture.isNull())
            aspect = std::max(aspect, double(panel.picture.height()) / panel.picture.width());
    if (aspect <= 0)
        aspect = usualAspect;
    return std::clamp(int(std::ceil(column * aspect)), 48, highest) + captionHeight();
}

QSize SampleCanvas::sizeHint() const
{
    constexpr int width = 480;
    return {width, heightForWidth(width)};
}

QSize SampleCanvas::minimumSizeHint() const
{
    return {240, 48 + captionHeight()};
}

void SampleCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int count = std::max(1, int(panels_.size()));
    const double column = double(width() - gap * (count - 1)) / count;
    const double room = height() - captionHeight();
    for (int i = 0; i < panels_.size(); ++i) {
        const Panel& panel = panels_[i];
        const QRectF box(i * (column + gap), 0, column, room);
        if (panel.picture.isNull()) {
            QColor empty = palette().color(QPalette::WindowText);
            empty.setAlphaF(0.08F);
            painter.fillRect(box, empty);
        } else {
            const QSizeF size =
                QSizeF(panel.picture.size()).scaled(box.size(), Qt::KeepAspectRatio);
            // At the bottom, so that pictures and captions hang together.
            const QRectF place(box.center().x() - size.width() / 2, box.bottom() - size.height(),
                               size.width(), size.height());
            painter.drawImage(place, panel.picture);
        }
        const QRectF under(box.left(), room + gap / 2.0, column, fontMetrics().height());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(under, Qt::AlignHCenter | Qt::AlignTop,
                         fontMetrics().elidedText(panel.caption, Qt::ElideRight, int(column)));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void SampleCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    isDragging_ = true;
    dragStart_ = event->position().x();
    Q_EMIT dragBegan();
}

void SampleCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!isDragging_)
        return;
    const double step =
        std::clamp(width() / double(std::max(1, stepCount_)), shortestStep, longestStep);
    Q_EMIT dragged(int(std::lround((event->position().x() - dragStart_) / step)));
}

void SampleCanvas::mouseReleaseEvent(QMouseEvent*)
{
    isDragging_ = false;
}

void SampleCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT stepAsked(-1);
        return;
    case Qt::Key_Right:
        Q_EMIT stepAsked(1);
        return;
    case Qt::Key_Up:
        Q_EMIT photoAsked(-1);
        return;
    case Qt::Key_Down:
        Q_EMIT photoAsked(1);
        return;
    case Qt::Key_Home:
        Q_EMIT endAsked(false);
        return;
    case Qt::Key_End:
        Q_EMIT endAsked(true);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SampleCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SampleCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace autochrome
