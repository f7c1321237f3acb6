#pragma once

#include <QPointF>
#include <QRect>
#include <QSize>

namespace autochrome {

/// Where the photo lies in a view: zoom and origin, in device pixels. Pure arithmetic.
///
/// Zoom is device pixels per photo pixel, so 1 is 1:1 on any screen. A photo that is smaller than
/// the view is centred; a larger one always covers the view.
class ViewTransform
{
public:
    static constexpr double maximumZoom = 32;

    /// A new photo is fitted.
    void setPhotoSize(QSize photo);
    /// The same photo, turned or cut otherwise: a fitted one stays fitted; else the zoom stays, and
    /// `middle` (of the new photo, its pixels) comes to the middle of the view as far as the edges
    /// allow.
    void replacePhoto(QSize photo, QPointF middle);
    /// Keeps what is in the middle of the view there; a fitted photo stays fitted.
    void setViewSize(QSize devicePixels);
    /// Fitting never enlarges beyond this zoom.
    void setLargestFit(double zoom);
    /// Fitting leaves this much air on every side of the photo (device pixels), or an eighth of a
    /// view that is smaller than that.
    void setAir(int devicePixels);

    QSize photoSize() const { return photo_; }
    QSize viewSize() const { return view_; }
    double zoom() const { return zoom_; }
    bool isFitted() const { return fitted_; }
    double fitZoom() const { return fitZoomIn(view_); }
    double fitZoomIn(QSize view) const; ///< the fitting zoom of a view of another size
    double minimumZoom() const;

    void fit();
    /// Sets the zoom; what lies under `anchor` (view coordinates) stays there as far as the edges
    /// of the photo allow.
    void zoomTo(double zoom, QPointF anchor);
    /// Multiplies the zoom; stops at the fitted size (or 1:1 for smaller photos) when zooming out.
    void zoomBy(double factor, QPointF anchor);
    /// Moves the photo by whole device pixels; says whether it moved.
    bool pan(QPoint delta);

    /// The photo's size in device pixels, at least 1 x 1.
    QSize scaledSize() const;
    /// The whole photo, in view coordinates.
    QRect photoRect() const;
    /// The part of the photo that is inside the view, in view coordinates.
    QRect visibleRect() const;
    /// Whether some of the photo is outside the view.
    bool canPan() const;

    QPointF toPhoto(QPointF view) const;
    QPointF toView(QPointF photo) const;
    QPointF middle() const; ///< of the view, in photo pixels

private:
    void place();

    QSize photo_;
    QSize view_;
    double largestFit_ = 1;
    int air_ = 0;
    double zoom_ = 1;
    QPointF origin_; ///< of the photo's top left corner, view coordinates
    bool fitted_ = true;
};

} // namespace autochrome
