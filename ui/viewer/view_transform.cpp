#include "ui/viewer/view_transform.h"

#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

/// Centres what is smaller than the view, and lets what is larger leave no gap.
double placed(double origin, double length, double view)
{
    return length <= view ? std::floor((view - length) / 2)
                          : std::clamp(origin, view - length, 0.0);
}

} // namespace

void ViewTransform::setPhotoSize(QSize photo)
{
    photo_ = photo;
    fit();
}

void ViewTransform::replacePhoto(QSize photo, QPointF middle)
{
    photo_ = photo;
    if (fitted_) {
        fit();
        return;
    }
    zoom_ = std::clamp(zoom_, minimumZoom(), maximumZoom);
    origin_ += QPointF(view_.width(), view_.height()) / 2 - toView(middle);
    place();
}

QPointF ViewTransform::middle() const
{
    return toPhoto(QPointF(view_.width(), view_.height()) / 2);
}

void ViewTransform::setViewSize(QSize devicePixels)
{
    if (devicePixels == view_)
        return;
    const QPointF kept = middle();
    view_ = devicePixels;
    replacePhoto(photo_, kept);
}

void ViewTransform::setLargestFit(double zoom)
{
    if (zoom == largestFit_)
        return;
    largestFit_ = zoom;
    if (fitted_)
        fit();
}

void ViewTransform::setAir(int devicePixels)
{
    if (devicePixels == air_)
        return;
    air_ = devicePixels;
    if (fitted_)
        fit();
}

double ViewTransform::fitZoomIn(QSize view) const
{
    if (photo_.isEmpty() || view.isEmpty())
        return 1;
    const auto room = [this](int length) { return length - 2.0 * std::min(air_, length / 8); };
    return std::min(
        {room(view.width()) / photo_.width(), room(view.height()) / photo_.height(), largestFit_});
}

double ViewTransform::minimumZoom() const
{
    return std::min(fitZoom(), 0.05);
}

void ViewTransform::fit()
{
    fitted_ = true;
    zoom_ = fitZoom();
    place();
}

void ViewTransform::zoomTo(double zoom, QPointF anchor)
{
    if (!std::isfinite(zoom))
        return;
    const QPointF fixed = toPhoto(anchor);
    fitted_ = false;
    zoom_ = std::clamp(zoom, minimumZoom(), maximumZoom);
    origin_ += anchor - toView(fixed);
    place();
}

void ViewTransform::zoomBy(double factor, QPointF anchor)
{
    const double floor = std::min(fitZoom(), 1.0);
    const double wanted = zoom_ * factor;
    if (factor < 1 && wanted <= floor && zoom_ >= floor) {
        // The natural end of zooming out: the whole photo, which then stays fitted on resizing.
        if (fitZoom() <= 1)
            fit();
        else
            zoomTo(floor, anchor);
        return;
    }
    zoomTo(wanted, anchor);
}

bool ViewTransform::pan(QPoint delta)
{
    const QRect before = photoRect();
    origin_ += delta;
    place();
    return photoRect() != before;
}

QSize ViewTransform::scaledSize() const
{
    const auto scaled = [this](int length) {
        return std::max(1, int(std::lround(length * zoom_)));
    };
    return photo_.isEmpty() ? QSize(0, 0) : QSize(scaled(photo_.width()), scaled(photo_.height()));
}

QRect ViewTransform::photoRect() const
{
    return {QPoint(int(std::lround(origin_.x())), int(std::lround(origin_.y()))), scaledSize()};
}

QRect ViewTransform::visibleRect() const
{
    return photo_.isEmpty() || view_.isEmpty() ? QRect() : photoRect() & QRect(QPoint(0, 0), view_);
}

bool ViewTransform::canPan() const
{
    const QSize scaled = scaledSize();
    return scaled.width() > view_.width() || scaled.height() > view_.height();
}

QPointF ViewTransform::toPhoto(QPointF view) const
{
    return (view - origin_) / zoom_;
}

QPointF ViewTransform::toView(QPointF photo) const
{
    return photo * zoom_ + origin_;
}

void ViewTransform::place()
{
    const QSize scaled = scaledSize();
    origin_ = {placed(origin_.x(), scaled.width(), view_.width()),
               placed(origin_.y(), scaled.height(), view_.height())};
}

} // namespace autochrome
