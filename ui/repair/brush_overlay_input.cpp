// The brush by mouse, pen, touch and keyboard.

#include "ui/repair/brush_overlay.h"
#include "ui/settings/settings.h"
#include "ui/viewer/photo_view.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTabletEvent>
#include <QTouchEvent>
#include <algorithm>

namespace autochrome {

namespace {

constexpr int largeStep = 10;

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool isWriting(int key)
{
    return key == Qt::Key_BracketLeft || key == Qt::Key_BracketRight || key == Qt::Key_E;
}

// Whether a key is the brush's before it is the window's.
bool isOurs(const QKeyEvent* event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int key = event->key();
    if (isWriting(key))
        return settingValue(setting::singleKeys);
    return isArrow(key) || key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter ||
           key == Qt::Key_Escape;
}

} // namespace

bool BrushOverlay::press(QPointF place, bool erases)
{
    const cv::Point2d at = toPhoto(place);
    const double radius = std::max(0.5, width_ / 2 * photoPerLogical());
    const cv::Size size = map_.preparedSize();
    if (at.x < -radius || at.y < -radius || at.x > size.width + radius ||
        at.y > size.height + radius)
        return false;
    brush_.emplace(map_, at, radius, erases);
    updateStroke(0);
    return true;
}

void BrushOverlay::move(QPointF place)
{
    if (!brush_)
        return;
    // What is drawn beside the photo means its edge.
    const double radius = brush_->radius();
    const cv::Size size = map_.preparedSize();
    cv::Point2d at = toPhoto(place);
    at.x = std::clamp(at.x, -radius, size.width + radius);
    at.y = std::clamp(at.y, -radius, size.height + radius);
    const auto count = qsizetype(brush_->way().size());
    brush_->move(at);
    updateStroke(count - 1);
}

void BrushOverlay::release()
{
    if (!brush_)
        return;
    const MaskStroke stroke = brush_->lifted();
    drop();
    Q_EMIT drawn(stroke);
}

void BrushOverlay::drop()
{
    if (brush_)
        updateStroke(0);
    brush_.reset();
}

bool BrushOverlay::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touchEvent(static_cast<QTouchEvent*>(event));
    case QEvent::ShortcutOverride:
        if (isOurs(static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

bool BrushOverlay::eventFilter(QObject* object, QEvent* event)
{
    if (object == view_ && event->type() == QEvent::Resize) {
        setGeometry(view_->rect());
        forget();
    }
    return QWidget::eventFilter(object, event);
}

bool BrushOverlay::touchEvent(QTouchEvent* event)
{
    const auto& points = event->points();
    // A second finger means the photo, not the brush.
    const bool isMine = points.size() == 1 && (brush_ || event->type() == QEvent::TouchBegin);
    const QPointF place =
        points.isEmpty() ? QPointF() : mapFromGlobal(points.first().globalPosition());
    if (!isMine || (event->type() == QEvent::TouchBegin && !press(place, erases_))) {
        drop();
        return QCoreApplication::sendEvent(view_, event);
    }
    usesKeys_ = false;
    pointer_.reset(); // a finger hides what a circle would show
    updateBrush();
    if (event->type() == QEvent::TouchCancel) {
        drop();
    } else {
        move(place);
        if (event->type() == QEvent::TouchEnd)
            release();
    }
    event->accept();
    return true;
}

void BrushOverlay::mousePressEvent(QMouseEvent* event)
{
    usesKeys_ = false;
    pointer_ = event->position();
    updateBrush();
    const bool takesAway =
        event->button() == Qt::RightButton || (event->modifiers() & Qt::AltModifier) || erases_;
    const bool draws = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (!draws || brush_ || !press(event->position(), takesAway))
        event->ignore();
}

void BrushOverlay::mouseMoveEvent(QMouseEvent* event)
{
    usesKeys_ = false;
    pointer_ = event->position();
    updateBrush();
    if (brush_)
        move(event->position());
    else
        event->ignore();
}

void BrushOverlay::mouseReleaseEvent(QMouseEvent* event)
{
    if (!brush_) {
        event->ignore();
        return;
    }
    if (event->buttons() & (Qt::LeftButton | Qt::RightButton))
        return; // one of two buttons went up
    move(event->position());
    release();
}

void BrushOverlay::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event); // two spots, one after the other
}

void BrushOverlay::tabletEvent(QTabletEvent* event)
{
    // As by mouse, but that the other end of the pen takes away.
    const bool takesAway = event->pointerType() == QPointingDevice::PointerType::Eraser ||
                           event->button() == Qt::RightButton ||
                           (event->modifiers() & Qt::AltModifier) || erases_;
    usesKeys_ = false;
    pointer_ = event->position();
    updateBrush();
    switch (event->type()) {
    case QEvent::TabletPress:
        if (event->button() != Qt::MiddleButton)
            press(event->position(), takesAway);
        break;
    case QEvent::TabletMove:
        move(event->position());
        break;
    case QEvent::TabletRelease:
        move(event->position());
        release();
        break;
    default:
        break;
    }
    event->accept();
}

void BrushOverlay::contextMenuEvent(QContextMenuEvent* event)
{
    // The right button draws; the menu is there by its key.
    if (event->reason() == QContextMenuEvent::Mouse)
        event->accept();
    else
        event->ignore();
}

void BrushOverlay::leaveEvent(QEvent*)
{
    if (usesKeys_ || brush_)
        return;
    pointer_.reset();
    updateBrush();
}

void BrushOverlay::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    updateBrush();
}

void BrushOverlay::focusOutEvent(QFocusEvent* event)
{
    if (usesKeys_)
        drop();
    QWidget::focusOutEvent(event);
    updateBrush();
}

void BrushOverlay::keyPressEvent(QKeyEvent* event)
{
    if (!isOurs(event)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_BracketLeft:
        Q_EMIT widerWanted(-1);
        break;
    case Qt::Key_BracketRight:
        Q_EMIT widerWanted(1);
        break;
    case Qt::Key_E:
        Q_EMIT erasesWanted(!erases_);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            pressKey();
        break;
    case Qt::Key_Escape:
        if (brush_)
            drop();
        else
            Q_EMIT left();
        break;
    default:
        moveByKeys(event);
    }
}

void BrushOverlay::pressKey()
{
    if (brush_ && usesKeys_) {
        release();
        return;
    }
    if (brush_)
        return; // the mouse has it
    const QPointF place = brushPlace().value_or(QRectF(rect()).center());
    usesKeys_ = true;
    byKeys_ = toPhoto(place);
    press(place, erases_);
    updateBrush();
}

void BrushOverlay::moveByKeys(QKeyEvent* event)
{
    if (brush_ && !usesKeys_)
        return;
    // It goes on from where the pointer is, if that was used last.
    QPointF place = brushPlace().value_or(QRectF(rect()).center());
    usesKeys_ = true;
    const double step =
        std::max(1.0, width_ / 8) * (event->modifiers() & Qt::ShiftModifier ? largeStep : 1);
    switch (event->key()) {
    case Qt::Key_Left:
        place.rx() -= step;
        break;
    case Qt::Key_Right:
        place.rx() += step;
        break;
    case Qt::Key_Up:
        place.ry() -= step;
        break;
    default:
        place.ry() += step;
    }
    const cv::Size size = map_.preparedSize();
    cv::Point2d at = toPhoto(place);
    at.x = std::clamp(at.x, 0.0, double(size.width));
    at.y = std::clamp(at.y, 0.0, double(size.height));
    byKeys_ = at;
    if (!rect().contains(toView(at).toPoint()))
        comeToSight(toView(at), event);
    if (brush_)
        move(toView(at));
    updateBrush();
}

/// Has the view go after the brush, which the keys have moved out of it.
void BrushOverlay::comeToSight(QPointF place, QKeyEvent* event)
{
    QKeyEvent pan(QEvent::KeyPress, event->key(), event->modifiers());
    for (int i = 0; i < 64 && !rect().contains(place.toPoint()); ++i) {
        QCoreApplication::sendEvent(view_, &pan);
        const QPointF now = toView(*byKeys_);
        if (now == place)
            break; // it goes no further
        place = now;
    }
}

} // namespace autochrome
