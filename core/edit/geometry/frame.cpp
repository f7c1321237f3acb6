#include "core/edit/geometry/frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace autochrome::inline edit {
namespace {

constexpr double outsideAtMost = 1;    // pixels: what rounding to whole ones may add
constexpr double mostEnlarged = 4;     // times the pixels of the photo
constexpr double roundingError = 1e-6; // pixels

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double cross(cv::Point2d one, cv::Point2d other)
{
    return one.x * other.y - one.y * other.x;
}

// Of a whole turn's quarters exactly what they are: no crop by a quarter is aslant by 1e-16.
cv::Point2d directionAt(double degrees)
{
    const double quarters = degrees / 90;
    if (quarters == std::round(quarters)) {
        const std::array<cv::Point2d, 4> axes{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
        return axes[std::size_t(int(std::fmod(quarters, 4)) + 4) % 4];
    }
    return {std::cos(radians(degrees)), std::sin(radians(degrees))};
}

Frame aslant(cv::Point2d centre, cv::Size2d size, double degrees)
{
    const cv::Point2d along = directionAt(degrees);
    const cv::Point2d right = along * (size.width / 2);
    const cv::Point2d down = cv::Point2d(-along.y, along.x) * (size.height / 2);
    return {{centre - right - down, centre + right - down, centre + right + down,
             centre - right + down}};
}

// The sides of the greatest rectangle of any shape within a turned one. With w along the turned
// axis, w c + h s <= W and w s + h c <= H: either both hold as they stand, or the product w h is
// greatest where two corners touch the longer sides.
cv::Size2d greatestWithin(cv::Size2d photo, double c, double s)
{
    const double shorter = std::min(photo.width, photo.height);
    const double longer = std::max(photo.width, photo.height);
    if (shorter <= 2 * s * c * longer || std::abs(s - c) < 1e-12) {
        const double half = shorter / 2;
        return photo.width >= photo.height ? cv::Size2d(half / s, half / c)
                                           : cv::Size2d(half / c, half / s);
    }
    const double both = c * c - s * s;
    return {(photo.width * c - photo.height * s) / both,
            (photo.height * c - photo.width * s) / both};
}

// A length that is whole but for the computer's rounding is not cut by a pixel.
double wholeSide(double length)
{
    return std::max(1.0, std::floor(length + roundingError));
}

// A stretch of at least one pixel that reaches over none that the given one does not touch.
std::pair<double, double> wholeEnds(double from, double to)
{
    const std::pair ends(std::round(from), std::round(to));
    return ends.first < ends.second ? ends : std::pair(std::floor(from), std::floor(from) + 1);
}

bool isRectangle(const Frame& frame)
{
    const auto& at = frame.corners;
    return cv::norm(at[0] + at[2] - at[1] - at[3]) < roundingError &&
           std::abs(cv::norm(at[2] - at[0]) - cv::norm(at[3] - at[1])) < roundingError;
}

} // namespace

Frame Frame::ofRectangle(const cv::Rect2d& rectangle, double degrees)
{
    if (degrees == 0) // the very numbers
        return {{rectangle.tl(),
                 {rectangle.x + rectangle.width, rectangle.y},
                 rectangle.br(),
                 {rectangle.x, rectangle.y + rectangle.height}}};
    return aslant((rectangle.tl() + rectangle.br()) / 2, rectangle.size(), degrees);
}

Frame Frame::straightening(cv::Size photo, double degrees, double ratio)
{
    const cv::Point2d direction = directionAt(degrees);
    const double c = std::abs(direction.x);
    const double s = std::abs(direction.y);
    cv::Size2d size;
    if (ratio > 0) {
        size.height = std::min(photo.width / (ratio * c + s), photo.height / (ratio * s + c));
        size.width = ratio * size.height;
    } else {
        size = greatestWithin(photo, c, s);
    }
    size = {wholeSide(size.width), wholeSide(size.height)};
    const cv::Point2d middle(photo.width / 2.0, photo.height / 2.0);
    const Frame frame = aslant(middle, size, -degrees);
    return frame.isUpright() ? frame.snapped() : frame;
}

double Frame::degrees() const
{
    const cv::Point2d top = corners[1] - corners[0];
    const double degrees = std::atan2(top.y, top.x) * 180 / std::numbers::pi;
    return degrees <= -180 ? 180 : degrees + 0.0; // no -0
}

cv::Point2d Frame::centre() const
{
    return (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
}

cv::Size Frame::size() const
{
    const auto side = [this](int from, int to) {
        return cv::norm(corners[std::size_t(to)] - corners[std::size_t(from)]);
    };
    const auto whole = [](double length) { return std::max(1, cvRound(length)); };
    return {whole(std::max(side(0, 1), side(3, 2))), whole(std::max(side(0, 3), side(1, 2)))};
}

bool Frame::isUpright() const
{
    return corners[0].x == corners[3].x && corners[1].x == corners[2].x &&
           corners[0].y == corners[1].y && corners[3].y == corners[2].y &&
           corners[0].x < corners[1].x && corners[0].y < corners[3].y;
}

std::optional<cv::Rect> Frame::wholePixels() const
{
    if (!isUpright())
        return std::nullopt;
    const cv::Rect pixels{cv::Point(corners[0]), cv::Point(corners[2])};
    return ofRectangle(pixels) == *this ? std::optional(pixels) : std::nullopt;
}

Frame Frame::snapped() const
{
    if (isUpright()) {
        const auto [left, right] = wholeEnds(corners[0].x, corners[2].x);
        const auto [top, bottom] = wholeEnds(corners[0].y, corners[2].y);
        return ofRectangle({left, top, right - left, bottom - top});
    }
    return isRectangle(*this) ? aslant(centre(), size(), degrees()) : *this;
}

bool Frame::isValidFor(cv::Size photo) const
{
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d at = corners[i];
        // Written so that what is no number fails.
        if (!(at.x >= -outsideAtMost && at.y >= -outsideAtMost &&
              at.x <= photo.width + outsideAtMost && at.y <= photo.height + outsideAtMost))
            return false;
        const cv::Point2d coming = corners[(i + 1) % 4] - at;
        const cv::Point2d next = corners[(i + 2) % 4] - corners[(i + 1) % 4];
        if (cv::norm(coming) < 1 - roundingError || cross(coming, next) <= roundingError)
            return false;
    }
    const cv::Size2d shown = size();
    return shown.area() <= mostEnlarged * (photo.width + 2.0) * (photo.height + 2.0);
}

// Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, 2.2.3: unit square to
// quadrilateral.
cv::Matx33d Frame::toSource() const
{
    const auto& at = corners;
    const cv::Point2d gap = at[0] - at[1] + at[2] - at[3];
    double g = 0, h = 0;
    if (cv::norm(gap) > roundingError) { // else it is affine, and exactly so
        const cv::Point2d one = at[1] - at[2];
        const cv::Point2d other = at[3] - at[2];
        g = cross(gap, other) / cross(one, other);
        h = cross(one, gap) / cross(one, other);
    }
    const cv::Point2d x = at[1] - at[0] + g * at[1];
    const cv::Point2d y = at[3] - at[0] + h * at[3];
    const cv::Matx33d unit(x.x, y.x, at[0].x, x.y, y.y, at[0].y, g, h, 1);
    const cv::Size2d shown = size();
    return unit * cv::Matx33d::diag({1 / shown.width, 1 / shown.height, 1});
}

} // namespace autochrome::inline edit
