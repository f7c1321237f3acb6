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
    Q_EMIT view->looked();
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

} // namespace autochrome
