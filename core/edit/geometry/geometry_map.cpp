#include "core/edit/geometry/geometry_map.h"

#include <algorithm>
#include <array>
#include <utility>

namespace autochrome::inline edit {
namespace {

cv::Size sizeAfter(cv::Size size, const GeometrySettings& settings)
{
    return settings.swapsSides() ? cv::Size(size.height, size.width) : size;
}

// Where a point of a picture of this size is when the picture has been turned.
cv::Point2d moved(cv::Point2d point, cv::Size size, const GeometrySettings& settings)
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

cv::Point2d projected(const cv::Matx33d& map, cv::Point2d point)
{
    const cv::Vec3d place = map * cv::Vec3d(point.x, point.y, 1);
    // What lies beyond the horizon of a perspective is far away, but somewhere.
    const double depth = std::max(place[2], 1e-9);
    return {place[0] / depth, place[1] / depth};
}

template <class Map>
cv::Rect2d around(const cv::Rect2d& area, Map map)
{
    const std::array corners{map(area.tl()), map(cv::Point2d(area.x + area.width, area.y)),
                             map(area.br()), map(cv::Point2d(area.x, area.y + area.height))};
    const auto [left, right] = std::ranges::minmax(corners, {}, &cv::Point2d::x);
    const auto [top, bottom] = std::ranges::minmax(corners, {}, &cv::Point2d::y);
    return {cv::Point2d(left.x, top.y), cv::Point2d(right.x, bottom.y)};
}

} // namespace

GeometryMap::GeometryMap(cv::Size source, const GeometrySettings& settings)
    : source_(source), settings_(settings), framed_(source)
{
    std::optional<Frame>& frame = settings_.frame;
    if (frame && !frame->isValidFor(source))
        frame.reset();
    if (!frame)
        return;
    framed_ = frame->size();
    if (const auto pixels = frame->wholePixels()) { // exactly
        fromFramed_ = {1, 0, double(pixels->x), 0, 1, double(pixels->y), 0, 0, 1};
        toFramed_ = {1, 0, -double(pixels->x), 0, 1, -double(pixels->y), 0, 0, 1};
    } else {
        fromFramed_ = frame->toSource();
        toFramed_ = fromFramed_.inv();
    }
}

cv::Size GeometryMap::preparedSize() const
{
    return sizeAfter(framed_, settings_);
}

cv::Point2d GeometryMap::toPrepared(cv::Point2d source) const
{
    return moved(projected(toFramed_, source), framed_, settings_);
}

cv::Point2d GeometryMap::toSource(cv::Point2d prepared) const
{
    return projected(fromFramed_, moved(prepared, preparedSize(), settings_.inverse()));
}

cv::Rect2d GeometryMap::toPrepared(const cv::Rect2d& source) const
{
    return around(source, [this](cv::Point2d point) { return toPrepared(point); });
}

cv::Rect2d GeometryMap::toSource(const cv::Rect2d& prepared) const
{
    return around(prepared, [this](cv::Point2d point) { return toSource(point); });
}

} // namespace autochrome::inline edit
