#include "ui/repair/brush_overlay.h"

#include "core/edit/repair/damage_picture.h"
#include "ui/repair/mark_picture.h"
#include "ui/viewer/photo_view.h"
#include "ui/viewer/seen_lines.h"

#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace autochrome {

namespace {

constexpr double leastSeen = 3; // logical pixels, radius of the circle that is the brush
constexpr int crossArm = 7;     // logical pixels

} // namespace

BrushOverlay::BrushOverlay(PhotoView* view) : QWidget(view), view_(view)
{
    setObjectName(QStringLiteral("brushOverlay"));
    setAccessibleName(tr("Brush"));
    setAccessibleDescription(
        tr("Draw over what is damaged. Arrow keys move the brush (Shift: ten times as far), Space "
           "puts it down and lifts it again, [ and ] make it smaller and larger, E changes "
           "between marking and taking away, Escape ends."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setTabletTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setCursor(Qt::CrossCursor);
    view->installEventFilter(this);
    connect(view, &PhotoView::looked, this, &BrushOverlay::forget);
    setGeometry(view->rect());
}

void BrushOverlay::setMap(const GeometryMap& map)
{
    drop();
    map_ = map;
    byKeys_.reset();
    forget();
}

void BrushOverlay::setMarks(std::shared_ptr<const MaskLayer> filled,
                            std::vector<MaskStroke> waiting)
{
    filled_ = std::move(filled);
    waiting_ = std::move(waiting);
    forget();
}

void BrushOverlay::setShowsFilled(bool on)
{
    showsFilled_ = on;
    forget();
}

void BrushOverlay::setErases(bool on)
{
    erases_ = on;
    forget();
}

void BrushOverlay::setBrush(double width)
{
    width_ = width;
    updateBrush();
}

double BrushOverlay::photoPerLogical() const
{
    return devicePixelRatioF() / view_->zoom();
}

cv::Point2d BrushOverlay::toPhoto(QPointF place) const
{
    const QPointF photo = view_->toPhoto(place);
    return {photo.x(), photo.y()};
}

QPointF BrushOverlay::toView(cv::Point2d pixel) const
{
    return view_->fromPhoto({pixel.x, pixel.y});
}

std::optional<QPointF> BrushOverlay::brushPlace() const
{
    if (!usesKeys_)
        return pointer_;
    if (!hasFocus())
        return std::nullopt;
    return byKeys_ ? toView(*byKeys_) : QRectF(rect()).center();
}

void BrushOverlay::updateBrush()
{
    update(brushArea_);
    brushArea_ = {};
    if (const auto place = brushPlace()) {
        const double reach = std::max(width_ / 2, double(crossArm)) + 4;
        brushArea_ =
            QRectF(*place - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)).toAlignedRect();
        update(brushArea_);
    }
}

/// Repaints what is being drawn, from one of its places on.
void BrushOverlay::updateStroke(qsizetype from)
{
    const auto& way = brush_->way();
    const double reach = brush_->radius() / photoPerLogical() + 2;
    QPolygonF places;
    for (auto i = std::size_t(std::max<qsizetype>(0, from)); i < way.size(); ++i)
        places << toView(way[i]);
    update(places.boundingRect().adjusted(-reach, -reach, reach, reach).toAlignedRect());
}

void BrushOverlay::forget()
{
    isPictureKnown_ = false;
    update();
}

/// Makes the picture of what is marked, in device pixels.
void BrushOverlay::compose()
{
    isPictureKnown_ = true;
    picture_ = {};
    const bool showsFilled = (showsFilled_ || erases_) && filled_ && !filled_->isEmpty();
    if (!showsFilled && waiting_.empty())
        return;
    const double ratio = devicePixelRatioF();
    const cv::Size size(int(std::lround(width() * ratio)), int(std::lround(height() * ratio)));
    const cv::Point2d corner = toPhoto({0, 0});
    const double step = 1 / view_->zoom();
    cv::Mat mask =
        showsFilled ? filled_->seen(size, corner, step) : cv::Mat(cv::Mat::zeros(size, CV_8U));
    for (const MaskStroke& stroke : waiting_) {
        MaskStroke seen = Brush::laid(stroke, map_);
        for (cv::Point2d& point : seen.points)
            point = (point - corner) / step;
        seen.radius /= step;
        drawStroke(mask, seen);
    }
    picture_ = markPicture(mask, std::max(1, int(std::lround(ratio))));
    picture_.setDevicePixelRatio(ratio);
}

void BrushOverlay::paintEvent(QPaintEvent* event)
{
    if (!isPictureKnown_)
        compose();
    QPainter painter(this);
    if (!picture_.isNull()) {
        const double ratio = picture_.devicePixelRatio();
        for (const QRect& area : event->region())
            painter.drawImage(area, picture_,
                              QRectF(QPointF(area.topLeft()) * ratio, QSizeF(area.size()) * ratio));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (brush_)
        paintStroke(painter);
    paintBrush(painter);
}

void BrushOverlay::paintStroke(QPainter& painter) const
{
    QPolygonF line;
    for (const cv::Point2d& place : brush_->way())
        line << toView(place);
    QColor colour = brush_->erases() ? QColor(250, 250, 250) : markColour;
    colour.setAlpha(markOpacity);
    const double width = 2 * brush_->radius() / photoPerLogical();
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (line.size() == 1)
        painter.drawPoint(line.first());
    else
        painter.drawPolyline(line);
}

void BrushOverlay::paintBrush(QPainter& painter) const
{
    const auto place = brushPlace();
    if (!place)
        return;
    const double radius = std::max(leastSeen, width_ / 2);
    painter.setBrush(Qt::NoBrush);
    drawSeen(painter, [&] {
        painter.drawEllipse(*place, radius, radius);
        if (!usesKeys_)
            return;
        // The keyboard's is found by a cross, for no pointer shows where it is.
        painter.drawLine(*place - QPointF(crossArm, 0), *place + QPointF(crossArm, 0));
        painter.drawLine(*place - QPointF(0, crossArm), *place + QPointF(0, crossArm));
    });
}

} // namespace autochrome
