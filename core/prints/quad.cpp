#include "core/prints/quad.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline prints {
namespace {

constexpr double parallel = 1e-6; // sine of the angle between two lines

double crossOf(cv::Point2d one, cv::Point2d other)
{
    return one.x * other.y - one.y * other.x;
}

std::vector<cv::Point2f> polygonOf(const Quad& quad)
{
    return {quad.begin(), quad.end()};
}

std::optional<Line> leastSquares(const std::vector<cv::Point2d>& points)
{
    if (points.size() < 2)
        return std::nullopt;
    cv::Point2d mean;
    for (const cv::Point2d& point : points)
        mean += point;
    mean /= double(points.size());
    double xx = 0, xy = 0, yy = 0;
    for (const cv::Point2d& point : points) {
        const cv::Point2d at = point - mean;
        xx += at.x * at.x;
        xy += at.x * at.y;
        yy += at.y * at.y;
    }
    const double along = 0.5 * std::atan2(2 * xy, xx - yy);
    const cv::Point2d normal(-std::sin(along), std::cos(along));
    return Line{normal, normal.dot(mean)};
}

} // namespace

Line lineThrough(cv::Point2d from, cv::Point2d to)
{
    const cv::Point2d along = (to - from) / std::max(cv::norm(to - from), 1e-12);
    const cv::Point2d normal(along.y, -along.x);
    return {normal, normal.dot(from)};
}

std::optional<Line> robustLine(const std::vector<cv::Point2d>& points, double tolerance,
                               int* inliers)
{
    if (points.size() < 3)
        return std::nullopt;
    const auto near = [&](const Line& line) {
        return std::ranges::count_if(points, [&](const cv::Point2d& point) {
            return std::abs(line.distance(point)) <= tolerance;
        });
    };
    // The points come in their order along the side: pairs that lie far apart say the most of the
    // direction, and all of them are few enough.
    const std::size_t count = points.size();
    const std::size_t step = std::max<std::size_t>(1, count / 24);
    Line best;
    std::ptrdiff_t most = -1;
    for (std::size_t one = 0; one < count; one += step)
        for (std::size_t other = one + count / 4 + 1; other < count; other += step) {
            const Line line = lineThrough(points[one], points[other]);
            if (const auto found = near(line); found > most) {
                most = found;
                best = line;
            }
        }
    if (most < 3)
        return std::nullopt;
    for (int round = 0; round < 2; ++round) {
        std::vector<cv::Point2d> close;
        for (const cv::Point2d& point : points)
            if (std::abs(best.distance(point)) <= tolerance)
                close.push_back(point);
        if (close.size() < 3)
            break;
        best = *leastSquares(close);
    }
    if (inliers)
        *inliers = int(near(best));
    return best;
}

std::optional<cv::Point2d> crossing(const Line& one, const Line& other)
{
    const double sine = crossOf(one.normal, other.normal);
    if (std::abs(sine) < parallel)
        return std::nullopt;
    return cv::Point2d((one.offset * other.normal.y - other.offset * one.normal.y) / sine,
                       (one.normal.x * other.offset - other.normal.x * one.offset) / sine);
}

double areaOf(const Quad& quad)
{
    return crossOf(quad[2] - quad[0], quad[3] - quad[1]) / 2;
}

bool isConvex(const Quad& quad)
{
    for (std::size_t i = 0; i < 4; ++i)
        if (crossOf(quad[(i + 1) % 4] - quad[i], quad[(i + 2) % 4] - quad[(i + 1) % 4]) <= 0)
            return false;
    return true;
}

double shorterSide(const Quad& quad)
{
    const double across = std::min(cv::norm(quad[1] - quad[0]), cv::norm(quad[2] - quad[3]));
    const double down = std::min(cv::norm(quad[3] - quad[0]), cv::norm(quad[2] - quad[1]));
    return std::min(across, down);
}

Quad ordered(Quad quad)
{
    if (areaOf(quad) < 0)
        std::ranges::reverse(quad);
    std::size_t first = 0;
    double most = -2;
    for (std::size_t i = 0; i < 4; ++i) {
        // Of a side and the one that faces it: a perspective turns them apart.
        const cv::Point2d along =
            quad[(i + 1) % 4] - quad[i] + quad[(i + 2) % 4] - quad[(i + 3) % 4];
        const double right = along.x / std::max(cv::norm(along), 1e-12);
        if (right > most) {
            most = right;
            first = i;
        }
    }
    std::rotate(quad.begin(), quad.begin() + std::ptrdiff_t(first), quad.end());
    return quad;
}

double sharedArea(const Quad& one, const Quad& other)
{
    std::vector<cv::Point2f> both;
    return cv::intersectConvexConvex(polygonOf(one), polygonOf(other), both);
}

Quad mapped(const Quad& quad, const cv::Matx33d& map)
{
    Quad result;
    std::ranges::transform(quad, result.begin(), [&map](const cv::Point2d& at) {
        const cv::Vec3d place = map * cv::Vec3d(at.x, at.y, 1);
        return cv::Point2d(place[0] / place[2], place[1] / place[2]);
    });
    return result;
}

Quad scaled(Quad quad, double factor)
{
    for (cv::Point2d& corner : quad)
        corner *= factor;
    return quad;
}

std::optional<Quad> quadAround(const std::vector<cv::Point>& hull)
{
    std::vector<cv::Point2d> outline(hull.begin(), hull.end());
    while (outline.size() > 4) {
        const std::size_t count = outline.size();
        double least = std::numeric_limits<double>::max();
        std::size_t leftOut = count;
        cv::Point2d corner;
        for (std::size_t i = 0; i < count; ++i) {
            const cv::Point2d before = outline[(i + count - 1) % count];
            const cv::Point2d from = outline[i];
            const cv::Point2d to = outline[(i + 1) % count];
            const cv::Point2d after = outline[(i + 2) % count];
            const auto meet = crossing(lineThrough(before, from), lineThrough(to, after));
            // Beyond the side, as seen from both ends.
            if (!meet || (*meet - from).dot(from - before) < 0 || (*meet - to).dot(to - after) < 0)
                continue;
            const double added = std::abs(crossOf(*meet - from, to - from)) / 2;
            if (added < least) {
                least = added;
                leftOut = i;
                corner = *meet;
            }
        }
        if (leftOut == count)
            return std::nullopt;
        outline[leftOut] = corner;
        outline.erase(outline.begin() + std::ptrdiff_t((leftOut + 1) % count));
    }
    if (outline.size() < 4)
        return std::nullopt;
    const Quad quad = ordered({outline[0], outline[1], outline[2], outline[3]});
    return isConvex(quad) ? std::optional(quad) : std::nullopt;
}

} // namespace autochrome::inline prints
