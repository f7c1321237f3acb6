#include "ui/crop/frame_overlay.h"

#include "ui/crop/frame_handle.h"
#include "ui/viewer/photo_view.h"
#include "ui/viewer/seen_lines.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QTouchEvent>
#include <algorithm>
#include <utility>

namespace autochrome {

namespace {

constexpr double catchRadius = 22; // logical pixels
constexpr QColor shade{0, 0, 0, 150};

using Part = FrameDraft::Part;

constexpr Part cornersAndSides[] = {Part::TopLeft,    Part::TopRight, Part::BottomRight,
                                    Part::BottomLeft, Part::Top,      Part::Right,
                                    Part::Bottom,     Part::Left};

} // namespace

FrameOverlay::FrameOverlay(PhotoView* view) : QWidget(view), view_(view)
{
    setObjectName(QStringLiteral("frameOverlay"));
    setAccessibleName(tr("Frame"));
    setAccessibleDescription(
        tr("What lies in the frame is kept. Tab goes to its corners and sides, "
           "arrow keys move them, Enter crops, Escape leaves all as it was."));
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    for (int i = 0; i < FrameDraft::parts; ++i) {
        auto* handle = new FrameHandle(Part(i), this);
        handles_[std::size_t(i)] = handle;
        connect(handle, &FrameHandle::moveWanted, this, [this, handle](QPoint steps) {
            // No less than a pixel of the photo or of the screen.
            const double pixels = std::max(1.0, 1 / view_->zoom());
            draft_.drag(handle->part(), {steps.x() * pixels, steps.y() * pixels});
            placeHandles();
            Q_EMIT edited();
        });
    }
    view->installEventFilter(this);
    connect(view, &PhotoView::looked, this, &FrameOverlay::placeHandles);
    setGeometry(view->rect());
}

void FrameOverlay::setDraft(const FrameDraft& draft)
{
    draft_ = draft;
    placeHandles();
}

void FrameOverlay::setDrawsLine(bool on)
{
    drawsLine_ = on;
    line_.reset();
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

cv::Point2d FrameOverlay::toPhoto(QPointF place) const
{
    const QPointF photo = view_->toPhoto(place);
    return {photo.x(), photo.y()};
}

QPointF FrameOverlay::placeOf(Part part) const
{
    const cv::Point2d place = draft_.place(part);
    return view_->fromPhoto({place.x, place.y});
}

QPolygonF FrameOverlay::outline() const
{
    return QPolygonF{placeOf(Part::TopLeft), placeOf(Part::TopRight), placeOf(Part::BottomRight),
                     placeOf(Part::BottomLeft)};
}

void FrameOverlay::placeHandles()
{
    for (FrameHandle* handle : handles_) {
        const QPointF place = placeOf(handle->part());
        handle->move((place - QPointF(handle->width(), handle->height()) / 2).toPoint());
        const cv::Point2d pixel = draft_.place(handle->part());
        handle->setAccessibleDescription(
            tr("At %1, %2 pixels").arg(qRound(pixel.x)).arg(qRound(pixel.y)));
    }
    update();
}

std::optional<Part> FrameOverlay::partAt(QPointF place) const
{
    std::optional<Part> nearest;
    double least = catchRadius;
    for (const Part part : cornersAndSides) {
        if (const double distance = QLineF(placeOf(part), place).length(); distance < least) {
            least = distance;
            nearest = part;
        }
    }
    if (!nearest && outline().containsPoint(place, Qt::OddEvenFill))
        return Part::Whole;
    return nearest;
}

bool FrameOverlay::press(QPointF place)
{
    if (drawsLine_) {
        line_ = Line{place, place};
        return true;
    }
    const std::optional<Part> part = partAt(place);
    if (!part)
        return false;
    held_ = Hold{*part, place, draft_};
    handles_[std::size_t(*part)]->setFocus(Qt::MouseFocusReason);
    return true;
}

void FrameOverlay::move(QPointF place)
{
    if (line_) {
        line_->to = place;
        update();
    } else if (held_) {
        draft_ = held_->draft; // so that it stays under the pointer where the photo ended
        draft_.drag(held_->part, toPhoto(place) - toPhoto(held_->from));
        placeHandles();
        Q_EMIT edited();
    }
}

void FrameOverlay::release()
{
    held_.reset();
    if (!line_)
        return;
    const Line line = *std::exchange(line_, std::nullopt);
    update();
    draft_.level(toPhoto(line.from), toPhoto(line.to));
    placeHandles();
    Q_EMIT edited();
    Q_EMIT lineDrawn();
}

void FrameOverlay::updateCursor(QPointF place)
{
    if (drawsLine_)
        return;
    const auto part = partAt(place);
    if (!part)
        unsetCursor();
    else if (*part == Part::Whole)
        setCursor(Qt::SizeAllCursor);
    else
        setCursor(Qt::PointingHandCursor);
}

bool FrameOverlay::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touchEvent(static_cast<QTouchEvent*>(event));
    case QEvent::ShortcutOverride: {
        // Enter and Escape are the frame's before they are the window's.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

bool FrameOverlay::touchEvent(QTouchEvent* event)
{
    const auto& points = event->points();
    // A second finger means the photo, not the frame.
    const bool isMine =
        points.size() == 1 && (held_ || line_ || event->type() == QEvent::TouchBegin);
    const QPointF place =
        points.isEmpty() ? QPointF() : mapFromGlobal(points.first().globalPosition());
    if (!isMine || (event->type() == QEvent::TouchBegin && !press(place))) {
        held_.reset();
        line_.reset();
        return QCoreApplication::sendEvent(view_, event);
    }
    move(place);
    if (event->type() == QEvent::TouchEnd || event->type() == QEvent::TouchCancel)
        release();
    event->accept();
    return true;
}

bool FrameOverlay::eventFilter(QObject* object, QEvent* event)
{
    if (object == view_ && event->type() == QEvent::Resize)
        setGeometry(view_->rect());
    return QWidget::eventFilter(object, event);
}

void FrameOverlay::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !press(event->position()))
        event->ignore();
}

void FrameOverlay::mouseMoveEvent(QMouseEvent* event)
{
    if (held_ || line_)
        move(event->position());
    else {
        updateCursor(event->position());
        event->ignore();
    }
}

void FrameOverlay::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && (held_ || line_))
        release();
    else
        event->ignore();
}

void FrameOverlay::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && partAt(event->position()) == Part::Whole)
        Q_EMIT accepted();
    else
        event->ignore();
}

void FrameOverlay::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT accepted();
        break;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        break;
    default:
        event->ignore();
    }
}

void FrameOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF frame = outline();
    QPainterPath outside;
    outside.addRect(rect());
    outside.addPolygon(frame);
    outside.closeSubpath();
    painter.fillPath(outside, shade); // odd and even: the frame is left out
    painter.setPen(QPen(QColor(250, 250, 250, 90), 1));
    for (const double third : {1 / 3.0, 2 / 3.0}) {
        const auto between = [third](QPointF one, QPointF other) {
            return one + third * (other - one);
        };
        painter.drawLine(between(frame[0], frame[1]), between(frame[3], frame[2]));
        painter.drawLine(between(frame[0], frame[3]), between(frame[1], frame[2]));
    }
    drawSeen(painter, [&] { painter.drawPolygon(frame); });
    if (line_)
        drawSeen(painter, [&] { painter.drawLine(line_->from, line_->to); });
}

} // namespace autochrome
