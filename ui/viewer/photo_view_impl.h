#pragma once

#include "ui/viewer/compared_pictures.h"
#include "ui/viewer/photo_view.h"
#include "ui/viewer/split_handle.h"
#include "ui/viewer/touch_tracker.h"
#include "ui/viewer/view_transform.h"

#include <QVariantAnimation>

class QTouchEvent;

namespace autochrome {

/// The state of a PhotoView. Geometry is in device pixels of the view unless a name says logical.
class PhotoView::Impl
{
public:
    explicit Impl(PhotoView* view);

    // Geometry
    double ratio() const { return view->devicePixelRatioF(); }
    QSize deviceSize() const;
    QList<QRect> panes() const;            ///< one, or two: beside or above each other
    QPointF toPane(QPointF logical) const; ///< a position as the transform of its pane sees it
    QPointF middleOfPane() const;
    int splitX() const;    ///< the border in Split mode
    bool isSplit() const;  ///< whether a handle is to be seen
    Side flipSide() const; ///< what a single picture shows
    void updateViewSize();
    void transformChanged();
    void placeHandle();
    void moveSplit(double position);
    void afterSet(bool had); ///< @param had  whether there was an "after" until now

    // Zooming and panning, from wherever they were asked for
    void zoomBy(double factor, QPointF anchor);
    void toggleFit(QPointF anchor);
    void pan(QPoint delta);
    void flip();
    void releaseHeldKeys();
    void updateCursor();

    // Painting
    void paint(QPainter& painter, const QRegion& exposed);
    void paintPane(QPainter& painter, const QRect& pane, bool second, const QRect& exposed);
    void paintSide(QPainter& painter, Side side, QPoint origin, const QRect& area);
    struct Label
    {
        QString text;
        QRectF rect; ///< logical
        double opacity = 1;
    };
    QList<Label> labels() const;
    void paintLabels(QPainter& painter) const;
    void updateLabels(); ///< fades the handle's labels in or out
    void repaintLabels();
    void repaintArea(Side side, const QRectF& photoArea);

    bool touchEvent(QTouchEvent* event);

    PhotoView* view;
    SplitHandle* handle;
    ViewTransform transform; ///< of each pane
    ComparedPictures pictures;

    CompareMode mode = CompareMode::Split;
    double split = 0.5;
    bool showingBefore = false;
    bool alternateShowsAfter = true;
    double lastZoom = 0;

    QVariantAnimation labelFade;
    double labelOpacity = 0;
    bool pointerNearHandle = false;

    bool pressed = false;
    bool panning = false;
    bool flippedByClick = false;
    QPointF pressPosition; ///< logical
    QPoint lastPosition;   ///< device
    bool spaceHeld = false;
    bool singleKeys = true; ///< see setSingleKeys()
    bool spaceUsed = false; ///< for panning, so that it does not flip
    bool beforeKeyHeld = false;
    bool focusReturns = false; ///< to the handle once it is seen again
    TouchTracker touch;
};

} // namespace autochrome
