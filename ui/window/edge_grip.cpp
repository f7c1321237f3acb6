#include "ui/window/edge_grip.h"

#include "ui/viewer/surround.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace autochrome {

namespace {
constexpr int keyStep = 8;
constexpr int lineWidth = 36;
} // namespace

EdgeGrip::EdgeGrip(QWidget* parent) : QWidget(parent)
{
    setCursor(Qt::SizeVerCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(thickness);
}

void EdgeGrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), surroundColour());
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF line(0, 0, lineWidth, hasFocus() ? 5 : 3);
    line.moveCenter(QRectF(rect()).center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(hasFocus() ? Qt::white : QColor(0, 0, 0, 110));
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2);
}

void EdgeGrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    pressedAt_ = event->globalPosition().toPoint().y();
    Q_EMIT dragBegan();
}

void EdgeGrip::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT draggedTo(pressedAt_ - event->globalPosition().toPoint().y());
}

void EdgeGrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT resetWanted();
}

void EdgeGrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Up)
        Q_EMIT steppedBy(keyStep);
    else if (event->key() == Qt::Key_Down)
        Q_EMIT steppedBy(-keyStep);
    else
        QWidget::keyPressEvent(event);
}

} // namespace autochrome
