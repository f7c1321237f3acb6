#include "ui/viewer/split_handle.h"

#include "ui/viewer/split_handle_accessible.h"

#include <QCoreApplication>
#include <QEnterEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTouchEvent>
#include <algorithm>

namespace autochrome {

namespace {

constexpr double gripRadius = 15;
constexpr double smallStep = 0.01;
constexpr double largeStep = 0.1;

/// A triangle that points away from the line.
QPainterPath arrow(QPointF middle, double direction)
{
    QPainterPath path;
    path.moveTo(middle + QPointF(direction * 9.5, 0));
    path.lineTo(middle + QPointF(direction * 4, -4.5));
    path.lineTo(middle + QPointF(direction * 4, 4.5));
    path.closeSubpath();
    return path;
}

} // namespace

SplitHandle::SplitHandle(QWidget* parent) : QWidget(parent)
{
    installSplitHandleAccessibility();
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("marksItsFocus", true); // around the grip: see FocusRing
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAccessibleName(tr("Divider between before and after"));
    setAccessibleDescription(tr("Left and right arrow keys move it, a double click centres it."));
}

void SplitHandle::setPosition(double position)
{
    if (position == position_)
        return;
    position_ = position;
    announceSplitHandleValue(this);
}

bool SplitHandle::isActive() const
{
    return held_ || hovered_ || hasFocus();
}

void SplitHandle::grab(double xInParent)
{
    held_ = true;
    grabOffset_ = x() + width() / 2.0 - xInParent;
    update();
    Q_EMIT activeChanged();
}

void SplitHandle::release()
{
    held_ = false;
    update();
    Q_EMIT activeChanged();
}

void SplitHandle::drag(double xInParent)
{
    if (held_)
        Q_EMIT dragged(xInParent + grabOffset_);
}

bool SplitHandle::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel: {
        auto* touch = static_cast<QTouchEvent*>(event);
        const auto& points = touch->points();
        // A second finger means the photo, not the handle. (Qt sends both to the first one's.)
        if (points.size() != 1) {
            if (held_)
                release();
            return parentWidget() && QCoreApplication::sendEvent(parentWidget(), event);
        }
        const double x = parentWidget()->mapFromGlobal(points.first().globalPosition()).x();
        if (event->type() == QEvent::TouchBegin)
            grab(x);
        drag(x);
        if (event->type() == QEvent::TouchEnd || event->type() == QEvent::TouchCancel)
            release();
        touch->accept();
        return true;
    }
    default:
        return QWidget::event(event);
    }
}

void SplitHandle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(rect()).center();
    // Light between dark, so that it is seen on any photo.
    painter.fillRect(QRectF(middle.x() - 2, 0, 4, height()), QColor(0, 0, 0, 80));
    painter.fillRect(QRectF(middle.x() - 1, 0, 2, height()),
                     keyboardFocus_ ? palette().color(QPalette::Highlight) : QColor(250, 250, 250));

    const double radius = std::min(gripRadius, height() / 2.0 - 2);
    if (radius < 4)
        return;
    if (keyboardFocus_) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, radius + 3.5, radius + 3.5);
    }
    painter.setPen(QPen(QColor(0, 0, 0, 110), 1));
    const int light = held_ ? 255 : hovered_ ? 245 : 225;
    painter.setBrush(QColor(light, light, light));
    painter.drawEllipse(middle, radius, radius);
    if (radius < gripRadius)
        return;
    for (const double direction : {-1.0, 1.0})
        painter.fillPath(arrow(middle, direction), QColor(60, 60, 60));
}

void SplitHandle::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    grab(mapToParent(event->position()).x());
}

void SplitHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        drag(mapToParent(event->position()).x());
    else
        event->ignore();
}

void SplitHandle::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        release();
    else
        event->ignore();
}

void SplitHandle::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT positionWanted(0.5);
}

void SplitHandle::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? largeStep : smallStep;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT positionWanted(position_ - step);
        break;
    case Qt::Key_Right:
        Q_EMIT positionWanted(position_ + step);
        break;
    case Qt::Key_Home:
        Q_EMIT positionWanted(0);
        break;
    case Qt::Key_End:
        Q_EMIT positionWanted(1);
        break;
    default:
        event->ignore(); // zoom and the rest are the view's
    }
}

void SplitHandle::focusInEvent(QFocusEvent* event)
{
    keyboardFocus_ = event->reason() == Qt::TabFocusReason ||
                     event->reason() == Qt::BacktabFocusReason ||
                     event->reason() == Qt::ShortcutFocusReason;
    update();
    Q_EMIT activeChanged();
}

void SplitHandle::focusOutEvent(QFocusEvent*)
{
    keyboardFocus_ = false;
    update();
    Q_EMIT activeChanged();
    Q_EMIT focusLost();
}

void SplitHandle::enterEvent(QEnterEvent*)
{
    hovered_ = true;
    update();
    Q_EMIT activeChanged();
}

void SplitHandle::leaveEvent(QEvent*)
{
    hovered_ = false;
    update();
    Q_EMIT activeChanged();
}

} // namespace autochrome
