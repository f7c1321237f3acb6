#include "ui/crop/frame_handle.h"

#include <QKeyEvent>
#include <QPainter>
#include <array>

namespace autochrome {

namespace {

constexpr int largeStep = 10;
constexpr double cornerSide = 13; // logical pixels
constexpr double sideSide = 9;

QString nameOf(FrameDraft::Part part)
{
    // In the order of FrameDraft::Part.
    const std::array names{FrameHandle::tr("Top left corner of the frame"),
                           FrameHandle::tr("Top side of the frame"),
                           FrameHandle::tr("Top right corner of the frame"),
                           FrameHandle::tr("Right side of the frame"),
                           FrameHandle::tr("Bottom right corner of the frame"),
                           FrameHandle::tr("Bottom side of the frame"),
                           FrameHandle::tr("Bottom left corner of the frame"),
                           FrameHandle::tr("Left side of the frame"),
                           FrameHandle::tr("Frame as a whole")};
    return names[std::size_t(part)];
}

} // namespace

FrameHandle::FrameHandle(FrameDraft::Part part, QWidget* parent) : QWidget(parent), part_(part)
{
    resize(extent, extent);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setProperty("marksItsFocus", true);
    setAccessibleName(nameOf(part));
}

void FrameHandle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = int(part_) % 2 == 0 ? cornerSide : sideSide;
    QRectF mark(0, 0, side, side);
    mark.moveCenter(QRectF(rect()).center());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        painter.drawRect(mark.adjusted(-3.5, -3.5, 3.5, 3.5));
    }
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.setBrush(QColor(250, 250, 250));
    if (part_ == FrameDraft::Part::Whole)
        painter.drawEllipse(mark);
    else
        painter.drawRect(mark);
}

void FrameHandle::keyPressEvent(QKeyEvent* event)
{
    const int steps = event->modifiers() & Qt::ShiftModifier ? largeStep : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT moveWanted({-steps, 0});
        break;
    case Qt::Key_Right:
        Q_EMIT moveWanted({steps, 0});
        break;
    case Qt::Key_Up:
        Q_EMIT moveWanted({0, -steps});
        break;
    case Qt::Key_Down:
        Q_EMIT moveWanted({0, steps});
        break;
    default:
        event->ignore(); // accepting, cancelling and zooming are not the handle's
    }
}

} // namespace autochrome
