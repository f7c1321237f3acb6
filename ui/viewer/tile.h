#pragma once

#include <QImage>
#include <QPoint>
#include <QRectF>
#include <QSizeF>

namespace autochrome {

/// A piece of a picture, ready for the screen. Its image reaches one pixel beyond its area where
/// there are neighbours, so that scaled tiles join without seams.
struct Tile
{
    QImage image;       ///< RGB32, sRGB
    QPointF origin;     ///< of the image's top left corner, in pixels of its level
    QSizeF pixel{1, 1}; ///< photo pixels per image pixel
    QRectF area;        ///< photo pixels that this tile answers for

    bool isNull() const { return image.isNull(); }
};

} // namespace autochrome
