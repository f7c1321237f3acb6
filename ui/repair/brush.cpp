#include "ui/repair/brush.h"

#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr double leastRadius = 1 / 16.0;
constexpr double mostRadius = 16e3; // that a recipe may hold

// Places are kept in 16ths of a pixel: so they are drawn, and are short in a recipe.
double kept(double pixels)
{
    return std::round(pixels * 16) / 16;
}

// How many pixels of the source one of the photo as it lies is wide there.
double sourceScale(const GeometryMap& map, cv::Point2d at)
{
    const cv::Point2d here = map.toSource(at);
    const double across = cv::norm(map.toSource(at + cv::Point2d(1, 0)) - here);
    const double down = cv::norm(map.toSource(at + cv::Point2d(0, 1)) - here);
    return std::sqrt(across * down);
}

} // namespace

Brush::Brush(const GeometryMap& map, cv::Point2d at, double radius, bool erases)
    : map_(map), radius_(radius), erases_(erases), way_{at}
{
}

void Brush::move(cv::Point2d to)
{
    if (cv::norm(to - way_.back()) < radius_ / 4) {
        last_ = to;
        return;
    }
    way_.push_back(to);
    last_.reset();
}

MaskStroke Brush::lifted() const
{
    MaskStroke stroke;
    stroke.erases = erases_;
    stroke.radius =
        std::clamp(kept(radius_ * sourceScale(map_, way_.front())), leastRadius, mostRadius);
    const auto add = [&](cv::Point2d at) {
        const cv::Point2d place = map_.toSource(at);
        stroke.points.emplace_back(kept(place.x), kept(place.y));
    };
    for (const cv::Point2d at : way_)
        add(at);
    if (last_)
        add(*last_);
    return stroke;
}

MaskStroke Brush::laid(const MaskStroke& stroke, const GeometryMap& map)
{
    MaskStroke laid = stroke;
    for (cv::Point2d& point : laid.points)
        point = map.toPrepared(point);
    laid.radius /= sourceScale(map, laid.points.front());
    return laid;
}

std::vector<MaskStroke> strokesSince(const DamageMask& earlier, const DamageMask& now)
{
    const auto& before = earlier.strokes;
    const auto& after = now.strokes;
    const bool isMadeOfIt = earlier.file == now.file && earlier.sha256 == now.sha256 &&
                            before.size() <= after.size() &&
                            std::equal(before.begin(), before.end(), after.begin());
    if (!isMadeOfIt)
        return {};
    return {after.begin() + std::ptrdiff_t(before.size()), after.end()};
}

} // namespace autochrome
