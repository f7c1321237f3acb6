#include "ui/crop/frame_draft.h"

#include "core/edit/geometry/geometry_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace autochrome {

namespace {

constexpr double slack = 1e-6; // pixels that a corner may lie outside
constexpr double least = 1;    // pixels of a side
constexpr int halvings = 40;
constexpr double straight = 0.01; // pixels by which a rectangle's corners may differ from one

const std::array<cv::Point2d, 4> unitCorners{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};

Frame wholeOf(cv::Size photo)
{
    return Frame::ofRectangle({0, 0, double(photo.width), double(photo.height)});
}

cv::Point2d turned(cv::Point2d vector, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    return {vector.x * std::cos(angle) - vector.y * std::sin(angle),
            vector.x * std::sin(angle) + vector.y * std::cos(angle)};
}

template <class Change>
Frame changed(const Frame& frame, Change change)
{
    Frame result = frame;
    for (cv::Point2d& corner : result.corners)
        corner = change(corner);
    return result;
}

Frame mixed(const Frame& one, const Frame& other, double share)
{
    Frame result = one;
    for (std::size_t i = 0; i < 4; ++i)
        result.corners[i] += share * (other.corners[i] - one.corners[i]);
    return result;
}

/// The largest share in [0, 1] for which something holds that holds for 0.
template <class Holds>
double largestShare(Holds holds)
{
    if (holds(1.0))
        return 1;
    double low = 0;
    double high = 1;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (holds(middle) ? low : high) = middle;
    }
    return low;
}

bool isRectangle(const Frame& frame)
{
    const auto& [a, b, c, d] = frame.corners;
    return cv::norm(a + c - b - d) < straight &&
           std::abs((b - a).dot(d - a)) < straight * (cv::norm(b - a) + cv::norm(d - a));
}

/// The rectangle about the same middle, with the mean length of the sides that face each other.
Frame rectangleOf(const Frame& frame, double degrees)
{
    const auto& [a, b, c, d] = frame.corners;
    const double width = (cv::norm(b - a) + cv::norm(c - d)) / 2;
    const double height = (cv::norm(d - a) + cv::norm(c - b)) / 2;
    const cv::Point2d middle = frame.centre();
    return Frame::ofRectangle({middle.x - width / 2, middle.y - height / 2, width, height},
                              degrees);
}

/// Where each corner of a frame comes to lie when what it shows is rotated and flipped.
std::array<std::size_t, 4> cornersAfter(const GeometrySettings& turn)
{
    const GeometryMap map({1, 1}, turn);
    std::array<std::size_t, 4> after{};
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d place = map.toPrepared(unitCorners[i]);
        for (std::size_t j = 0; j < 4; ++j)
            if (cv::norm(place - unitCorners[j]) < 0.5)
                after[i] = j;
    }
    return after;
}

} // namespace

FrameDraft::FrameDraft(cv::Size source, const GeometrySettings& geometry)
    : source_(source), settings_(geometry)
{
    const GeometryMap map(source, geometry.turn());
    photo_ = map.preparedSize();
    frame_ = wholeOf(photo_);
    if (geometry.frame && geometry.frame->isValidFor(source)) {
        const auto after = cornersAfter(geometry.turn());
        for (std::size_t i = 0; i < 4; ++i)
            frame_.corners[after[i]] = map.toPrepared(geometry.frame->corners[i]);
        hasFreeCorners_ = !isRectangle(frame_);
    }
    unturned_ = frame_;
}

GeometrySettings FrameDraft::geometry() const
{
    GeometrySettings geometry = settings_;
    geometry.frame.reset();
    if (isWhole())
        return geometry;
    const GeometryMap map(source_, settings_.turn());
    const auto after = cornersAfter(settings_.turn());
    Frame frame;
    for (std::size_t i = 0; i < 4; ++i)
        frame.corners[i] = map.toSource(frame_.corners[after[i]]);
    const Frame snapped = frame.snapped();
    geometry.frame = snapped.isValidFor(source_) ? snapped : frame;
    if (geometry.frame == wholeOf(source_))
        geometry.frame.reset();
    return geometry;
}

cv::Point2d FrameDraft::place(Part part) const
{
    if (part == Part::Whole)
        return frame_.centre();
    const auto first = std::size_t(part) / 2;
    const cv::Point2d corner = frame_.corners[first];
    return int(part) % 2 == 0 ? corner : (corner + frame_.corners[(first + 1) % 4]) / 2;
}

bool FrameDraft::isWhole() const
{
    const Frame whole = wholeOf(photo_);
    return std::ranges::equal(
        frame_.corners, whole.corners,
        [](cv::Point2d one, cv::Point2d other) { return cv::norm(one - other) < 0.5; });
}

double FrameDraft::degrees() const
{
    const double degrees = -frameDegrees();
    return degrees == 0 ? 0 : degrees; // not -0
}

bool FrameDraft::isInside(const Frame& frame) const
{
    const bool inside = std::ranges::all_of(frame.corners, [this](cv::Point2d corner) {
        return corner.x >= -slack && corner.y >= -slack && corner.x <= photo_.width + slack &&
               corner.y <= photo_.height + slack;
    });
    if (!inside || !frame.isValidFor(photo_))
        return false;
    // Clear of the limits, so that it is still valid with the rounding of what is done to it.
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d side = frame.corners[(i + 1) % 4] - frame.corners[i];
        const cv::Point2d next = frame.corners[(i + 2) % 4] - frame.corners[(i + 1) % 4];
        if (cv::norm(side) < least - slack / 10 || side.cross(next) < slack * 10)
            return false;
    }
    return true;
}

/// As far on the straight way there as the photo reaches.
void FrameDraft::goTowards(const Frame& wanted)
{
    const Frame from = frame_;
    const auto at = [&](double share) { return mixed(from, wanted, share); };
    frame_ = at(largestShare([&](double share) { return isInside(at(share)); }));
}

/// The same about its middle, as large as the photo allows.
void FrameDraft::shrinkTo(const Frame& wanted)
{
    const cv::Point2d middle = wanted.centre();
    const auto at = [&](double share) {
        return changed(wanted,
                       [&](cv::Point2d corner) { return middle + share * (corner - middle); });
    };
    const double smallest = 1e-3; // a frame of nothing is not valid
    const double share = largestShare(
        [&](double way) { return way == 0 || isInside(at(smallest + (1 - smallest) * way)); });
    if (const Frame fitting = at(smallest + (1 - smallest) * share); isInside(fitting))
        frame_ = fitting;
}

void FrameDraft::setRatio(double ratio)
{
    ratio_ = ratio;
    if (ratio <= 0)
        return;
    if (hasFreeCorners_)
        setFreeCorners(false);
    if (isWhole()) {
        reset();
        return;
    }
    // As large in area, about the same middle.
    const auto& [a, b, c, d] = frame_.corners;
    const double area = cv::norm(b - a) * cv::norm(d - a);
    const double height = std::sqrt(area / ratio);
    const cv::Point2d middle = frame_.centre();
    const double width = height * ratio;
    shrinkTo(Frame::ofRectangle({middle.x - width / 2, middle.y - height / 2, width, height},
                                frameDegrees()));
    unturned_ = frame_;
}

void FrameDraft::setDegrees(double degrees)
{
    const double by = -degrees - unturned_.degrees();
    const cv::Point2d middle = unturned_.centre();
    if (by == 0)
        frame_ = unturned_;
    else if (unturned_ == wholeOf(photo_))
        shrinkTo(Frame::straightening(photo_, degrees, ratio_));
    else if (hasFreeCorners_)
        shrinkTo(changed(unturned_,
                         [&](cv::Point2d corner) { return middle + turned(corner - middle, by); }));
    else
        shrinkTo(rectangleOf(unturned_, -degrees));
}

void FrameDraft::level(cv::Point2d from, cv::Point2d to)
{
    const cv::Point2d way = to - from;
    if (cv::norm(way) < least)
        return;
    const double angle = std::atan2(way.y, way.x) * 180 / std::numbers::pi;
    setDegrees(-std::remainder(angle, 90));
}

void FrameDraft::setFreeCorners(bool free)
{
    if (hasFreeCorners_ == free)
        return;
    hasFreeCorners_ = free;
    if (free)
        ratio_ = 0;
    else
        shrinkTo(rectangleOf(frame_, frameDegrees()));
    unturned_ = frame_;
}

void FrameDraft::drag(Part part, cv::Point2d by)
{
    goTowards(dragged(part, by));
    unturned_ = frame_;
}

Frame FrameDraft::dragged(Part part, cv::Point2d by) const
{
    if (part == Part::Whole) {
        // Along an edge of the photo it goes on sideways.
        const auto& corners = frame_.corners;
        const auto [left, right] = std::ranges::minmax(corners, {}, &cv::Point2d::x);
        const auto [top, bottom] = std::ranges::minmax(corners, {}, &cv::Point2d::y);
        const cv::Point2d way{std::clamp(by.x, -left.x, std::max(-left.x, photo_.width - right.x)),
                              std::clamp(by.y, -top.y, std::max(-top.y, photo_.height - bottom.y))};
        return changed(frame_, [&](cv::Point2d corner) { return corner + way; });
    }
    if (!hasFreeCorners_)
        return draggedRectangle(part, by);
    Frame frame = frame_;
    const auto first = std::size_t(part) / 2;
    frame.corners[first] += by;
    if (int(part) % 2 != 0)
        frame.corners[(first + 1) % 4] += by;
    return frame;
}

Frame FrameDraft::draggedRectangle(Part part, cv::Point2d by) const
{
    // In the frame's own directions: which of its four borders go with the part.
    const double degrees = frameDegrees();
    const cv::Point2d own = turned(by, -degrees);
    const bool isLeft = part == Part::TopLeft || part == Part::Left || part == Part::BottomLeft;
    const bool isRight = part == Part::TopRight || part == Part::Right || part == Part::BottomRight;
    const bool isTop = part == Part::TopLeft || part == Part::Top || part == Part::TopRight;
    const bool isBottom =
        part == Part::BottomLeft || part == Part::Bottom || part == Part::BottomRight;
    const double oldWidth = cv::norm(frame_.corners[1] - frame_.corners[0]);
    const double oldHeight = cv::norm(frame_.corners[3] - frame_.corners[0]);
    double width = std::max(least, oldWidth + (isRight ? own.x : isLeft ? -own.x : 0));
    double height = std::max(least, oldHeight + (isBottom ? own.y : isTop ? -own.y : 0));
    if (ratio_ > 0) {
        const bool byHeight =
            (isTop || isBottom) && (!(isLeft || isRight) || height * ratio_ > width);
        if (byHeight)
            width = height * ratio_;
        else
            height = width / ratio_;
    }
    // From the point that stays: the opposite corner, or the middle of the opposite side.
    const double stayX = isLeft ? 0.5 : isRight ? -0.5 : 0;
    const double stayY = isTop ? 0.5 : isBottom ? -0.5 : 0;
    const cv::Point2d stays =
        frame_.centre() + turned({stayX * oldWidth, stayY * oldHeight}, degrees);
    const cv::Point2d middle = stays - turned({stayX * width, stayY * height}, degrees);
    return Frame::ofRectangle({middle.x - width / 2, middle.y - height / 2, width, height},
                              degrees);
}

void FrameDraft::reset()
{
    hasFreeCorners_ = false;
    frame_ = ratio_ > 0 ? Frame::straightening(photo_, 0, ratio_) : wholeOf(photo_);
    unturned_ = frame_;
}

} // namespace autochrome
