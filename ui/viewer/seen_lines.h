#pragma once

#include <QPainter>

namespace autochrome {

/// Has something drawn over a photo as a light line between dark ones, which is seen on any.
/// @param draw  draws with the painter's pen, and is called twice
template <class Draw>
void drawSeen(QPainter& painter, const Draw& draw)
{
    painter.setPen(QPen(QColor(0, 0, 0, 110), 3));
    draw();
    painter.setPen(QPen(QColor(250, 250, 250), 1));
    draw();
}

} // namespace autochrome
