#include "ui/viewer/photo_view_impl.h"

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
        return impl_->touchEvent(static_cast<QTouchEvent*>(event));
    case QEvent::NativeGesture: {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            break;
        impl_->zoomBy(1 + gesture->value(), impl_->toPane(gesture->position()));
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

bool PhotoView::Impl::touchEvent(QTouchEvent* event)
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
    impl_->updateViewSize();
}

void PhotoView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        event->ignore(); // the context menu is the window's
        return;
    }
    impl_->pressed = true;
    impl_->panning = false;
    impl_->flippedByClick = false;
    impl_->pressPosition = event->position();
    impl_->lastPosition = devicePoint(event->position(), impl_->ratio());
}

void PhotoView::mouseMoveEvent(QMouseEvent* event)
{
    const double distance =
        std::abs(event->position().x() - (impl_->handle->x() + impl_->handle->width() / 2.0));
    const bool isNear = impl_->isSplit() && distance < nearHandle;
    if (isNear != impl_->pointerNearHandle) {
        impl_->pointerNearHandle = isNear;
        impl_->updateLabels();
    }
    if (!impl_->pressed)
        return;
    const QPointF way = event->position() - impl_->pressPosition;
    if (!impl_->panning && way.manhattanLength() < QApplication::startDragDistance())
        return;
    if (!impl_->panning) {
        impl_->panning = true;
        impl_->spaceUsed = true;
        impl_->updateCursor();
    }
    const QPoint position = devicePoint(event->position(), impl_->ratio());
    impl_->pan(position - impl_->lastPosition);
    impl_->lastPosition = position;
}

void PhotoView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && impl_->pressed && !impl_->panning &&
        impl_->mode == CompareMode::Alternate) {
        impl_->flip();
        impl_->flippedByClick = true;
    }
    impl_->pressed = false;
    impl_->panning = false;
    impl_->updateCursor();
}

void PhotoView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (impl_->flippedByClick) {
        impl_->flippedByClick = false;
        impl_->flip(); // the first click of the two was not meant
    }
    impl_->toggleFit(impl_->toPane(event->position()));
}

void PhotoView::leaveEvent(QEvent*)
{
    impl_->pointerNearHandle = false;
    impl_->updateLabels();
}

void PhotoView::wheelEvent(QWheelEvent* event)
{
    const bool isTouchpad = event->pointingDevice() &&
                            event->pointingDevice()->type() == QInputDevice::DeviceType::TouchPad;
    const bool zooms = !isTouchpad || event->modifiers() & Qt::ControlModifier;
    event->accept();
    if (!zooms) {
        const QPoint way = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
        impl_->pan(devicePoint(way, impl_->ratio()));
        return;
    }
    const double units = event->angleDelta().y();
    if (units != 0)
        impl_->zoomBy(
            std::exp2(units / (isTouchpad ? touchpadUnitsPerDoubling : wheelUnitsPerDoubling)),
            impl_->toPane(event->position()));
}

void PhotoView::setSingleKeys(bool on)
{
    impl_->singleKeys = on;
}

void PhotoView::keyPressEvent(QKeyEvent* event)
{
    const bool writes = event->key() > Qt::Key_Space && event->key() < Qt::Key_Escape;
    if (writes && !impl_->singleKeys) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int step =
        int(arrowStep * impl_->ratio()) * (event->modifiers() & Qt::ShiftModifier ? 5 : 1);
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
        impl_->pan({step, 0});
        break;
    case Qt::Key_Right:
        impl_->pan({-step, 0});
        break;
    case Qt::Key_Up:
        impl_->pan({0, step});
        break;
    case Qt::Key_Down:
        impl_->pan({0, -step});
        break;
    case Qt::Key_Backslash:
        if (!event->isAutoRepeat()) {
            impl_->beforeKeyHeld = true;
            setShowingBefore(true);
        }
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            impl_->spaceHeld = true;
            impl_->spaceUsed = false;
            // So that the photo can be dragged by any of its points.
            impl_->handle->setAttribute(Qt::WA_TransparentForMouseEvents);
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
    const bool flips = event->key() == Qt::Key_Space && impl_->spaceHeld && !impl_->spaceUsed &&
                       impl_->mode == CompareMode::Alternate;
    impl_->releaseHeldKeys();
    if (flips)
        impl_->flip();
}

void PhotoView::focusOutEvent(QFocusEvent* event)
{
    if (!impl_->handle->hasFocus())
        impl_->releaseHeldKeys();
    QWidget::focusOutEvent(event);
}

} // namespace autochrome
