#include "ui/viewer/photo_view.h"

#include "ui/viewer/photo_view_impl.h"

#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr double zoomStep = 1.4142135623730951;

} // namespace

PhotoView::PhotoView(QWidget* parent) : QWidget(parent), impl_(std::make_unique<Impl>(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAccessibleName(tr("Photo"));
    setAccessibleDescription(
        tr("The photo before and after colouring. Plus and minus zoom, arrow keys move the photo, "
           "backslash held down shows it as it was."));
}

PhotoView::~PhotoView()
{
    // The handle goes after the state that it reports to, and loses its focus on the way.
    disconnect(impl_->handle, nullptr, this, nullptr);
}

void PhotoView::setPhoto(std::shared_ptr<const Photo> photo)
{
    impl_->pictures.setPhoto(std::move(photo));
    impl_->transform.setPhotoSize(impl_->pictures.photoSize());
    impl_->alternateShowsAfter = true;
    impl_->updateViewSize();
    impl_->updateLabels();
}

void PhotoView::replacePhoto(std::shared_ptr<const Photo> photo,
                             const std::function<QPointF(QPointF)>& moved)
{
    const QPointF middle = moved(impl_->transform.middle());
    impl_->pictures.setPhoto(std::move(photo));
    impl_->transform.replacePhoto(impl_->pictures.photoSize(), middle);
    impl_->updateViewSize();
    impl_->updateLabels();
}

void PhotoView::retonePhoto(std::shared_ptr<const Photo> photo)
{
    impl_->pictures.retone(std::move(photo));
}

void PhotoView::setRendering(std::optional<Rendering> rendering)
{
    const bool had = hasAfter();
    impl_->pictures.setRendering(std::move(rendering));
    impl_->afterSet(had);
}

void PhotoView::setResult(std::shared_ptr<const Photo> result)
{
    const bool had = hasAfter();
    impl_->pictures.setResult(std::move(result));
    impl_->afterSet(had);
}

bool PhotoView::hasAfter() const
{
    return impl_->pictures.hasAfter();
}

CompareMode PhotoView::mode() const
{
    return impl_->mode;
}

void PhotoView::setMode(CompareMode mode)
{
    if (mode == impl_->mode)
        return;
    impl_->mode = mode;
    impl_->alternateShowsAfter = true;
    impl_->updateViewSize();
    impl_->updateLabels();
    Q_EMIT modeChanged(mode);
}

double PhotoView::zoom() const
{
    return impl_->transform.zoom();
}

bool PhotoView::isFitted() const
{
    return impl_->transform.isFitted();
}

void PhotoView::zoomToFit()
{
    impl_->transform.fit();
    impl_->transformChanged();
}

void PhotoView::zoomTo(double zoom)
{
    impl_->transform.zoomTo(zoom, impl_->middleOfPane());
    impl_->transformChanged();
}

void PhotoView::zoomIn()
{
    impl_->zoomBy(zoomStep, impl_->middleOfPane());
}

void PhotoView::zoomOut()
{
    impl_->zoomBy(1 / zoomStep, impl_->middleOfPane());
}

double PhotoView::splitPosition() const
{
    return impl_->split;
}

void PhotoView::setSplitPosition(double position)
{
    if (std::isnan(position))
        return;
    position = std::clamp(position, 0.0, 1.0);
    if (position == impl_->split)
        return;
    impl_->moveSplit(position);
    Q_EMIT splitPositionChanged(position);
}

void PhotoView::setShowingBefore(bool before)
{
    if (before == impl_->showingBefore)
        return;
    impl_->showingBefore = before;
    impl_->placeHandle();
    impl_->updateLabels();
    update();
}

bool PhotoView::isShowingBefore() const
{
    return impl_->showingBefore;
}

QPointF PhotoView::toPhoto(QPointF place) const
{
    return impl_->transform.toPhoto(impl_->toPane(place));
}

QPointF PhotoView::fromPhoto(QPointF pixel) const
{
    return impl_->transform.toView(pixel) / impl_->ratio();
}

bool PhotoView::isSettled() const
{
    return impl_->pictures.isSettled();
}

QSize PhotoView::sizeHint() const
{
    return {960, 640};
}

QSize PhotoView::minimumSizeHint() const
{
    return {160, 120};
}

} // namespace autochrome
