#include "ui/viewer/photo_view.h"

#include "ui/viewer/photo_view_impl.h"

#include <QStyle>
#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr int fadeMilliseconds = 150;
constexpr int paneGap = 8;       // logical pixels between two panes
constexpr int airAround = 12;    // logical pixels, around a fitted photo
constexpr double largestFit = 2; // a small scan is enlarged, but not until it dissolves
constexpr double zoomStep = 1.4142135623730951;

} // namespace

PhotoView::Impl::Impl(PhotoView* photoView) : view(photoView), handle(new SplitHandle(photoView))
{
    handle->hide();
    connect(handle, &SplitHandle::dragged, view, [this](double x) {
        const QRect visible = transform.visibleRect();
        if (visible.width() > 0)
            view->setSplitPosition((x * ratio() - visible.x()) / visible.width());
    });
    connect(handle, &SplitHandle::positionWanted, view, &PhotoView::setSplitPosition);
    connect(handle, &SplitHandle::activeChanged, view, [this] { updateLabels(); });
    connect(handle, &SplitHandle::focusLost, view, [this] {
        if (!view->hasFocus()) // keys that are held go on counting between handle and view
            releaseHeldKeys();
    });
    connect(&pictures, &ComparedPictures::changed, view,
            [this](Side side, const QRectF& area) { repaintArea(side, area); });
    connect(&pictures, &ComparedPictures::settled, view, &PhotoView::settled);
    connect(&pictures, &ComparedPictures::afterShown, view, &PhotoView::afterShown);
    connect(&labelFade, &QVariantAnimation::valueChanged, view, [this](const QVariant& value) {
        labelOpacity = value.toDouble();
        repaintLabels();
    });
}

QSize PhotoView::Impl::deviceSize() const
{
    return {int(std::lround(view->width() * ratio())), int(std::lround(view->height() * ratio()))};
}

QList<QRect> PhotoView::Impl::panes() const
{
    const QSize size = deviceSize();
    if (mode != CompareMode::SideBySide)
        return {QRect(QPoint(0, 0), size)};
    const int gap = int(std::lround(paneGap * ratio()));
    const QSize beside(std::max(0, (size.width() - gap) / 2), size.height());
    const QSize stacked(size.width(), std::max(0, (size.height() - gap) / 2));
    // Whichever shows the photo larger: landscapes are often better off one above the other.
    if (!stacked.isEmpty() && transform.fitZoomIn(stacked) > transform.fitZoomIn(beside))
        return {QRect(QPoint(0, 0), stacked),
                QRect(QPoint(0, size.height() - stacked.height()), stacked)};
    return {QRect(QPoint(0, 0), beside), QRect(QPoint(size.width() - beside.width(), 0), beside)};
}

QPointF PhotoView::Impl::toPane(QPointF logical) const
{
    const QPointF device = logical * ratio();
    const QPoint last = panes().last().topLeft();
    const bool isInLast = device.x() >= last.x() && device.y() >= last.y();
    return isInLast ? device - last : device;
}

QPointF PhotoView::Impl::middleOfPane() const
{
    return QRectF(QPointF(0, 0), QSizeF(transform.viewSize())).center();
}

int PhotoView::Impl::splitX() const
{
    const QRect visible = transform.visibleRect();
    // On a whole logical pixel, where the handle can be.
    const double x = std::round((visible.x() + split * visible.width()) / ratio());
    return int(std::lround(x * ratio()));
}

bool PhotoView::Impl::isSplit() const
{
    return mode == CompareMode::Split && !showingBefore && pictures.hasAfter();
}

Side PhotoView::Impl::flipSide() const
{
    return showingBefore || (mode == CompareMode::Alternate && !alternateShowsAfter) ? Side::Before
                                                                                     : Side::After;
}

void PhotoView::Impl::updateViewSize()
{
    transform.setLargestFit(largestFit * ratio());
    transform.setAir(int(std::lround(airAround * ratio())));
    transform.setViewSize(panes().first().size());
    transformChanged();
}

void PhotoView::Impl::transformChanged()
{
    pictures.look(transform);
    placeHandle();
    updateCursor();
    view->update();
    if (transform.zoom() != lastZoom) {
        lastZoom = transform.zoom();
        Q_EMIT view->zoomChanged(lastZoom);
    }
}

void PhotoView::Impl::placeHandle()
{
    const QRect visible = transform.visibleRect();
    const bool isShown = isSplit() && !visible.isEmpty();
    if (isShown) {
        // The line spans the photo, but there is always enough of it to catch.
        const int x = int(std::lround(splitX() / ratio()));
        int top = int(std::floor(visible.top() / ratio()));
        int bottom = int(std::ceil((visible.bottom() + 1) / ratio()));
        const int lacking = std::max(0, SplitHandle::catchWidth - (bottom - top));
        top = std::max(0, top - lacking / 2);
        bottom = std::min(view->height(), bottom + lacking - lacking / 2);
        handle->setGeometry(x - SplitHandle::catchWidth / 2, top, SplitHandle::catchWidth,
                            bottom - top);
        handle->setPosition(split);
    }
    if (handle->isVisibleTo(view) == isShown)
        return;
    // Whoever drives the handle by keyboard goes on in the view while it is hidden.
    if (!isShown && handle->hasFocus()) {
        focusReturns = true;
        view->setFocus();
    }
    handle->setVisible(isShown);
    if (isShown && focusReturns && view->hasFocus())
        handle->setFocus(Qt::OtherFocusReason);
    if (isShown)
        focusReturns = false;
}

void PhotoView::Impl::moveSplit(double position)
{
    if (!isSplit()) {
        split = position;
        return;
    }
    repaintLabels();
    const int from = splitX();
    split = position;
    const int to = splitX();
    placeHandle();
    repaintLabels();
    const int left = int(std::floor(std::min(from, to) / ratio())) - 1;
    const int right = int(std::ceil(std::max(from, to) / ratio())) + 1;
    view->update(left, 0, right - left, view->height());
}

void PhotoView::Impl::afterSet(bool had)
{
    if (had == pictures.hasAfter())
        return;
    placeHandle();
    updateLabels();
    view->update();
}

void PhotoView::Impl::zoomBy(double factor, QPointF anchor)
{
    if (!pictures.hasPhoto())
        return;
    transform.zoomBy(factor, anchor);
    transformChanged();
}

void PhotoView::Impl::toggleFit(QPointF anchor)
{
    if (!pictures.hasPhoto())
        return;
    if (transform.isFitted() && transform.zoom() != 1)
        transform.zoomTo(1, anchor);
    else
        transform.fit();
    transformChanged();
}

void PhotoView::Impl::pan(QPoint delta)
{
    if (transform.pan(delta))
        transformChanged();
}

void PhotoView::Impl::flip()
{
    alternateShowsAfter = !alternateShowsAfter;
    view->update();
}

void PhotoView::Impl::releaseHeldKeys()
{
    if (beforeKeyHeld) {
        beforeKeyHeld = false;
        view->setShowingBefore(false);
    }
    if (spaceHeld) {
        spaceHeld = false;
        handle->setAttribute(Qt::WA_TransparentForMouseEvents, false);
        updateCursor();
    }
}

void PhotoView::Impl::updateCursor()
{
    if (!pictures.hasPhoto() || !transform.canPan())
        view->unsetCursor();
    else
        view->setCursor(panning ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
}

void PhotoView::Impl::updateLabels()
{
    const double wanted = isSplit() && (pointerNearHandle || handle->isActive()) ? 1 : 0;
    const bool isRunning = labelFade.state() == QAbstractAnimation::Running;
    if (wanted == (isRunning ? labelFade.endValue().toDouble() : labelOpacity))
        return;
    labelFade.stop();
    // Whoever asked their desktop for no motion gets none.
    const bool still =
        view->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, view) == 0;
    labelFade.setDuration(still ? 0 : fadeMilliseconds);
    labelFade.setStartValue(labelOpacity);
    labelFade.setEndValue(wanted);
    labelFade.start();
}

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
