#include "core/edit/geometry/geometry_map.h"

#include <utility>

namespace autochrome::inline edit {
namespace {

cv::Size sizeAfter(cv::Size size, GeometrySettings settings)
{
    return settings.swapsSides() ? cv::Size(size.height, size.width) : size;
}

// Where a point of a picture of this size is when the picture has been turned.
cv::Point2d moved(cv::Point2d point, cv::Size size, GeometrySettings settings)
{
    for (int turn = 0; turn < int(settings.rotation); ++turn) {
        point = {size.height - point.y, point.x};
        std::swap(size.width, size.height);
    }
    if (settings.flip == Flip::Horizontal)
        point.x = size.width - point.x;
    if (settings.flip == Flip::Vertical)
        point.y = size.height - point.y;
    return point;
}

cv::Rect2d moved(const cv::Rect2d& area, cv::Size size, GeometrySettings settings)
{
    return cv::Rect2d(moved(area.tl(), size, settings), moved(area.br(), size, settings));
}

} // namespace

GeometryMap::GeometryMap(cv::Size source, GeometrySettings settings)
    : source_(source), settings_(settings)
{
}

cv::Size GeometryMap::preparedSize() const
{
    return sizeAfter(source_, settings_);
}

cv::Point2d GeometryMap::toPrepared(cv::Point2d source) const
{
    return moved(source, source_, settings_);
}

cv::Point2d GeometryMap::toSource(cv::Point2d prepared) const
{
    return moved(prepared, preparedSize(), settings_.inverse());
}

cv::Rect2d GeometryMap::toPrepared(const cv::Rect2d& source) const
{
    return moved(source, source_, settings_);
}

cv::Rect2d GeometryMap::toSource(const cv::Rect2d& prepared) const
{
    return moved(prepared, preparedSize(), settings_.inverse());
}

} // namespace autochrome::inline edit
