#include "ui/viewer/photo_view_private.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTouchEvent>
#include <QWheelEvent>
#include <cmath>

namespace autochrome {

namespace {

constexpr double wheelUnitsPerDoubling = 240; // two notches
constexpr double touchpadUnitsPerDoubling = 120;
constexpr int arrowStep = 48;   // logical pixels
constexpr int nearHandle = 120; // logical pixels within which the labels show

QPoint devicePoint(QPointF logical, double ratio)
{
    return (logical * ratio).toPoint();
}

} // namespace

bool PhotoView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return d_->touchEvent(static_cast<QTouchEvent*>(event));
    case QEvent::NativeGesture: {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            break;
        d_->zoomBy(1 + gesture->value(), d_->toPane(gesture->position()));
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

bool PhotoView::Private::touchEvent(QTouchEvent* event)
{
    QList<QPointF> fingers;
    for (const QEventPoint& point : event->points())
        if (point.state() != QEventPoint::Released)
            fingers.push_back(view->mapFromGlobal(point.globalPosition()));
    event->accept();
    switch (event->type()) {
    case QEvent::TouchBegin:
        view->setFocus(Qt::MouseFocusReason);
        touch.begin(fingers);
        break;
    case QEvent::TouchUpdate: {
        const TouchTracker::Change change = touch.update(fingers);
        pan(devicePoint(change.move, ratio()));
        if (change.factor != 1)
            zoomBy(change.factor, toPane(change.middle));
        break;
    }
    case QEvent::TouchEnd: {
        const QPointF where = view->mapFromGlobal(event->points().first().globalPosition());
        const auto tap = touch.end(QApplication::doubleClickInterval());
        if (tap != TouchTracker::Tap::None && mode == CompareMode::Alternate)
            flip(); // the second tap takes the first one back
        if (tap == TouchTracker::Tap::Double)
            toggleFit(toPane(where));
        break;
    }
    default:
        touch.cancel();
    }
    return true;
}

void PhotoView::resizeEvent(QResizeEvent*)
{
    d_->updateViewSize();
}

void PhotoView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        event->ignore(); // the context menu is the window's
        return;
    }
    d_->pressed = true;
    d_->panning = false;
    d_->flippedByClick = false;
    d_->pressPosition = event->position();
    d_->lastPosition = devicePoint(event->position(), d_->ratio());
}

void PhotoView::mouseMoveEvent(QMouseEvent* event)
{
    const double distance =
        std::abs(event->position().x() - (d_->handle->x() + d_->handle->width() / 2.0));
    const bool isNear = d_->isSplit() && distance < nearHandle;
    if (isNear != d_->pointerNearHandle) {
        d_->pointerNearHandle = isNear;
        d_->updateLabels();
    }
    if (!d_->pressed)
        return;
    const QPointF way = event->position() - d_->pressPosition;
    if (!d_->panning && way.manhattanLength() < QApplication::startDragDistance())
        return;
    if (!d_->panning) {
        d_->panning = true;
        d_->spaceUsed = true;
        d_->updateCursor();
    }
    const QPoint position = devicePoint(event->position(), d_->ratio());
    d_->pan(position - d_->lastPosition);
    d_->lastPosition = position;
}

void PhotoView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && d_->pressed && !d_->panning &&
        d_->mode == CompareMode::Alternate) {
        d_->flip();
        d_->flippedByClick = true;
    }
    d_->pressed = false;
    d_->panning = false;
    d_->updateCursor();
}

void PhotoView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (d_->flippedByClick) {
        d_->flippedByClick = false;
        d_->flip(); // the first click of the two was not meant
    }
    d_->toggleFit(d_->toPane(event->position()));
}

void PhotoView::leaveEvent(QEvent*)
{
    d_->pointerNearHandle = false;
    d_->updateLabels();
}

void PhotoView::wheelEvent(QWheelEvent* event)
{
    const bool isTouchpad = event->pointingDevice() &&
                            event->pointingDevice()->type() == QInputDevice::DeviceType::TouchPad;
    const bool zooms = !isTouchpad || event->modifiers() & Qt::ControlModifier;
    event->accept();
    if (!zooms) {
        const QPoint way = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
        d_->pan(devicePoint(way, d_->ratio()));
        return;
    }
    const double units = event->angleDelta().y();
    if (units != 0)
        d_->zoomBy(
            std::exp2(units / (isTouchpad ? touchpadUnitsPerDoubling : wheelUnitsPerDoubling)),
            d_->toPane(event->position()));
}

void PhotoView::setSingleKeys(bool on)
{
    d_->singleKeys = on;
}

void PhotoView::keyPressEvent(QKeyEvent* event)
{
    const bool writes = event->key() > Qt::Key_Space && event->key() < Qt::Key_Escape;
    if (writes && !d_->singleKeys) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int step =
        int(arrowStep * d_->ratio()) * (event->modifiers() & Qt::ShiftModifier ? 5 : 1);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
    case Qt::Key_F:
        zoomToFit();
        break;
    case Qt::Key_1:
        zoomTo(1);
        break;
    case Qt::Key_Left:
        d_->pan({step, 0});
        break;
    case Qt::Key_Right:
        d_->pan({-step, 0});
        break;
    case Qt::Key_Up:
        d_->pan({0, step});
        break;
    case Qt::Key_Down:
        d_->pan({0, -step});
        break;
    case Qt::Key_Backslash:
        if (!event->isAutoRepeat()) {
            d_->beforeKeyHeld = true;
            setShowingBefore(true);
        }
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            d_->spaceHeld = true;
            d_->spaceUsed = false;
            // So that the photo can be dragged by any of its points.
            d_->handle->setAttribute(Qt::WA_TransparentForMouseEvents);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhotoView::keyReleaseEvent(QKeyEvent* event)
{
    const bool ours = event->key() == Qt::Key_Backslash || event->key() == Qt::Key_Space;
    if (!ours) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (event->isAutoRepeat())
        return;
    const bool flips = event->key() == Qt::Key_Space && d_->spaceHeld && !d_->spaceUsed &&
                       d_->mode == CompareMode::Alternate;
    d_->releaseHeldKeys();
    if (flips)
        d_->flip();
}

void PhotoView::focusOutEvent(QFocusEvent* event)
{
    if (!d_->handle->hasFocus())
        d_->releaseHeldKeys();
    QWidget::focusOutEvent(event);
}

} // namespace autochrome
