#include "core/learn/damage/damage_lines.h"

#include "core/learn/damage/damage_spots.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline learn {
namespace {

cv::Point2f towards(double direction, double length)
{
    return {float(std::cos(direction) * length), float(std::sin(direction) * length)};
}

std::vector<StrokePoint> shifted(std::vector<StrokePoint> points, cv::Point2f by, float width,
                                 float strength)
{
    for (StrokePoint& point : points) {
        point.at += by;
        point.width = std::max(0.5f, point.width * width);
        point.strength *= strength;
    }
    return points;
}

// Strength along a line that comes and goes.
void fadeAlong(std::vector<StrokePoint>& points, double strength, double interrupted,
               Random& random)
{
    const double first = random.uniform(0, 0.3);
    const double last = random.uniform(0.7, 1);
    bool isThere = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double t = double(i) / double(points.size());
        if (random.chance(interrupted))
            isThere = !isThere;
        const double ends = std::min(
            {1.0, 0.2 + t / std::max(first, 1e-3), 0.2 + (1 - t) / std::max(1 - last, 1e-3)});
        points[i].strength = float(isThere ? strength * ends * random.uniform(0.75, 1) : 0);
    }
}

void drawBrokenLine(DamageCanvas& canvas, cv::Point2f from, double direction, double length,
                    double width, float tone, double strength, double scale, int branches,
                    Random& random)
{
    const PathShape shape{length, drawLogarithmic(random, 2, 7) * scale, random.uniform(0.15, 0.55),
                          random.uniform(-0.6, 0.6)};
    const auto path = drawPath(from, direction, shape, random);
    std::vector<StrokePoint> points;
    const double ragged = random.uniform(0.2, 0.8);
    double swelling = 1;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const double t = double(i) / double(path.size());
        swelling = std::clamp(swelling * std::exp(random.normal() * ragged * 0.5), 0.35, 2.5);
        const double tip = std::min(1.0, 0.35 + 4 * std::min(t + 0.1, 1 - t));
        points.push_back({path[i], float(std::max(0.4, width * swelling * tip)), 1});
    }
    fadeAlong(points, strength, random.chance(0.3) ? 0.08 : 0.0, random);
    if (random.chance(0.45)) {
        // What stands up throws a shadow, and takes some of the light on its other side.
        const auto away =
            towards(random.uniform(0, fullTurn), 0.5 * width + random.uniform(0.3, 1.0));
        const float shadow = tone > 0.5f ? float(random.uniform(0, 0.2)) : 0.9f;
        canvas.cover(coverageOfStroke(shifted(points, away, float(random.uniform(0.6, 1.3)),
                                              float(random.uniform(0.3, 0.8))),
                                      canvas.size()),
                     shadow, DamageKind::Line);
    }
    canvas.cover(coverageOfStroke(points, canvas.size()), tone, DamageKind::Line);
    for (const StrokePoint& point : points) {
        if (random.chance(0.03))
            drawFlake(canvas, point.at, width * random.uniform(0.8, 2.2), tone, random);
        if (branches > 0 && random.chance(0.06)) {
            --branches;
            const double side = random.chance(0.5) ? 1 : -1;
            const double away = side * random.uniform(0.4, 1.4);
            const double shorter = random.uniform(0.15, 0.5);
            const double thinner = random.uniform(0.4, 0.8);
            drawBrokenLine(canvas, point.at, direction + away, length * shorter, width * thinner,
                           tone, strength, scale, branches / 2, random);
        }
    }
}

cv::Point2f somewhereOn(cv::Size size, Random& random)
{
    const double x = random.uniform(-0.05, 1.05) * size.width;
    return {float(x), float(random.uniform(-0.05, 1.05) * size.height)};
}

float toneOf(double light, Random& random)
{
    return float(random.chance(light) ? random.uniform(0.72, 1) : random.uniform(0, 0.25));
}

} // namespace

double drawLogarithmic(Random& random, double from, double to)
{
    return std::exp(random.uniform(std::log(from), std::log(to)));
}

std::vector<cv::Point2f> drawPath(cv::Point2f from, double direction, const PathShape& shape,
                                  Random& random)
{
    const int pieces = std::clamp(int(shape.length / shape.step), 1, 400);
    std::vector<cv::Point2f> path{from};
    for (int i = 0; i < pieces; ++i) {
        // Turns do not add up: the line keeps its way.
        path.push_back(path.back() + towards(direction + random.normal() * shape.turn, shape.step));
        direction += shape.bend / pieces + random.normal() * shape.turn * 0.25;
    }
    return path;
}

void drawScratches(DamageCanvas& canvas, double scale, Random& random)
{
    const double side = canvas.size().width;
    const double direction =
        random.chance(0.4) ? fullTurn / 4 + random.uniform(-0.1, 0.1) : random.uniform(0, fullTurn);
    const int count = 1 + int(random.chance(0.4) ? random.below(6) : 0);
    const float tone = toneOf(0.78, random);
    const bool isAlong = random.chance(0.3); // they lie side by side
    const cv::Point2f start = somewhereOn(canvas.size(), random);
    for (int i = 0; i < count; ++i) {
        const cv::Point2f from =
            isAlong ? start + towards(direction + fullTurn / 4, i * random.uniform(2, 9) * scale)
                    : somewhereOn(canvas.size(), random);
        const double length = random.chance(0.3) ? side * random.uniform(0.8, 1.6)
                                                 : drawLogarithmic(random, 10, 0.7 * side);
        PathShape shape{length, 5 * scale, random.uniform(0, 0.06),
                        random.chance(0.5) ? random.uniform(-1.2, 1.2) : 0};
        const double width = drawLogarithmic(random, 0.45, 2.2) * scale;
        std::vector<StrokePoint> points;
        for (const cv::Point2f& at :
             drawPath(from, direction + random.uniform(-0.15, 0.15), shape, random))
            points.push_back({at, float(width * random.uniform(0.85, 1.15)), 1});
        fadeAlong(points, random.uniform(0.3, 1), random.chance(0.4) ? 0.1 : 0, random);
        canvas.cover(coverageOfStroke(points, canvas.size()), tone, DamageKind::Line);
    }
}

void drawCrack(DamageCanvas& canvas, double scale, Random& random)
{
    const double side = canvas.size().width;
    const double length = drawLogarithmic(random, 12, 1.5 * side);
    const double width = drawLogarithmic(random, 0.6, 4) * scale;
    drawBrokenLine(canvas, somewhereOn(canvas.size(), random), random.uniform(0, fullTurn), length,
                   width, toneOf(0.85, random), random.uniform(0.55, 1), scale,
                   int(random.below(7)), random);
}

void drawFold(DamageCanvas& canvas, double scale, Random& random)
{
    const double side = canvas.size().width;
    const cv::Point2f middle = somewhereOn(canvas.size(), random);
    const double direction =
        random.chance(0.5) ? fullTurn / 4 * double(random.below(2)) + random.uniform(-0.08, 0.08)
                           : random.uniform(0, fullTurn);
    const PathShape shape{2.4 * side, 6 * scale, random.uniform(0.02, 0.12),
                          random.uniform(-0.25, 0.25)};
    const auto path = drawPath(middle - towards(direction, 1.2 * side), direction, shape, random);
    const double width = drawLogarithmic(random, 0.9, 3.5) * scale;
    const float strength = float(random.uniform(0.12, 0.75));
    std::vector<StrokePoint> points;
    points.reserve(path.size());
    for (const cv::Point2f& at : path)
        points.push_back({at, float(width * random.uniform(0.6, 1.4)), 1});
    fadeAlong(points, 1, random.chance(0.5) ? 0.04 : 0, random);
    const double away = direction + fullTurn / 4;
    const float lift = float(random.chance(0.75) ? 1 : -1) * strength;
    canvas.shade(coverageOfStroke(points, canvas.size()), 0.5f * lift, DamageKind::Line);
    if (random.chance(0.7))
        canvas.shade(
            coverageOfStroke(shifted(points, towards(away, width * 1.1), 1, 1), canvas.size()),
            -0.3f * lift * float(random.uniform(0.4, 1)), DamageKind::Line);
    if (random.chance(0.6))
        for (std::size_t i = 0; i < path.size(); ++i)
            if (random.chance(0.04))
                drawBrokenLine(canvas, path[i], direction + random.normal() * 0.1,
                               random.uniform(4, 40) * scale, width * random.uniform(0.5, 1.2),
                               lift > 0 ? 0.95f : 0.05f, random.uniform(0.6, 1), scale, 1, random);
}

void drawHair(DamageCanvas& canvas, double scale, Random& random)
{
    const PathShape shape{drawLogarithmic(random, 12, 110) * scale, 2.5 * scale,
                          random.uniform(0.02, 0.12), random.normal() * 2.2};
    const float width = float(drawLogarithmic(random, 0.5, 1.5) * scale);
    const float strength = float(random.uniform(0.5, 1));
    std::vector<StrokePoint> points;
    for (const cv::Point2f& at :
         drawPath(somewhereOn(canvas.size(), random), random.uniform(0, fullTurn), shape, random))
        points.push_back({at, width, strength});
    canvas.cover(coverageOfStroke(points, canvas.size()), toneOf(0.6, random), DamageKind::Line);
}

} // namespace autochrome::inline learn
