#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

namespace autochrome::inline prints {

/// Four corners, clockwise from the top left, in pixels of the plane of a picture.
using Quad = std::array<cv::Point2d, 4>;

/// A straight line: n . p = offset, with n of length 1.
struct Line
{
    cv::Point2d normal;
    double offset = 0;

    double distance(cv::Point2d point) const { return normal.dot(point) - offset; }
};

/// The line through two different points, its normal to the left of the way (up, going right).
Line lineThrough(cv::Point2d from, cv::Point2d to);

/// The line that fits most of the points: of many pairs the one with the most points nearer than
/// the tolerance, then least squares over those. None of fewer than three points.
/// @param inliers  receives how many of the points are near it
std::optional<Line> robustLine(const std::vector<cv::Point2d>& points, double tolerance,
                               int* inliers = nullptr);

/// Where two lines meet; none if they are all but parallel.
std::optional<cv::Point2d> crossing(const Line& one, const Line& other);

double areaOf(const Quad& quad); ///< positive if clockwise
bool isConvex(const Quad& quad); ///< and clockwise
double shorterSide(const Quad& quad);
/// Clockwise, beginning with the corner whose side goes most to the right.
Quad ordered(Quad quad);
/// Area that both cover.
double sharedArea(const Quad& one, const Quad& other);
/// The quadrilateral moved by a homogeneous map.
Quad mapped(const Quad& quad, const cv::Matx33d& map);
Quad scaled(Quad quad, double factor);

/// The quadrilateral around a convex outline that adds little area to it: sides of the outline are
/// left out one by one, that first which adds the least. None if it has no four sides.
std::optional<Quad> quadAround(const std::vector<cv::Point>& hull);

} // namespace autochrome::inline prints
