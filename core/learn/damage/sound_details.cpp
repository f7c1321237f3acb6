#include "core/learn/damage/sound_details.h"

#include "core/learn/damage/damage_lines.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <string>

namespace autochrome::inline learn {
namespace {

void lay(cv::Mat_<float>& luminance, const std::vector<StrokePoint>& points, float tone)
{
    const Coverage coverage = coverageOfStroke(points, luminance.size());
    if (coverage.where.empty())
        return;
    cv::Mat part = luminance(coverage.where);
    part += coverage.share.mul(tone - part);
}

// Dark against the sky, even, from edge to edge, several that start or end together.
void drawWires(cv::Mat_<float>& luminance, double scale, Random& random)
{
    const auto side = float(luminance.cols);
    const cv::Point2f meeting(float(random.uniform(-0.3, 1.3)) * side,
                              float(random.uniform(-0.3, 1.3)) * side);
    const bool doMeet = random.chance(0.5);
    const double slope = random.uniform(0, fullTurn);
    const double sag = random.chance(0.6) ? random.uniform(0, 0.12) * side : 0;
    const float width = float(drawLogarithmic(random, 0.5, 2) * scale);
    const float tone =
        float(random.chance(0.85) ? random.uniform(0, 0.3) : random.uniform(0.6, 0.9));
    for (auto wires = 1 + random.below(5); wires > 0; --wires) {
        const double direction =
            doMeet ? random.uniform(0, fullTurn) : slope + random.normal() * 0.03;
        const cv::Point2f way(float(std::cos(direction)) * side, float(std::sin(direction)) * side);
        const cv::Point2f from = doMeet ? meeting
                                        : cv::Point2f(float(random.uniform(0, 1)) * side,
                                                      float(random.uniform(0, 1)) * side) -
                                              1.2f * way;
        const cv::Point2f to = from + (doMeet ? 1.5f : 2.4f) * way;
        std::vector<StrokePoint> points;
        for (int i = 0; i <= 24; ++i) {
            const float t = float(i) / 24;
            points.push_back(
                {from + t * (to - from) + cv::Point2f(0, float(sag) * 4 * t * (1 - t)), width, 1});
        }
        lay(luminance, points, tone);
    }
}

void drawFence(cv::Mat_<float>& luminance, double scale, Random& random)
{
    const double pitch = drawLogarithmic(random, 4, 24) * scale;
    const double angle = random.uniform(-0.2, 0.2);
    const float width = float(pitch * random.uniform(0.1, 0.4));
    const float tone = float(random.chance(0.5) ? random.uniform(0, 0.3) : random.uniform(0.7, 1));
    const auto top = float(random.uniform(-0.2, 0.7) * luminance.rows);
    const auto bottom = float(top + random.uniform(0.2, 0.8) * luminance.rows);
    const auto lean = float(std::tan(angle)) * (bottom - top);
    for (double x = -pitch; x < luminance.cols + pitch; x += pitch)
        lay(luminance, {{{float(x), top}, width, 1}, {{float(x) + lean, bottom}, width, 1}}, tone);
    if (random.chance(0.6))
        for (const float y : {top, bottom})
            lay(luminance, {{{-2, y}, width, 1}, {{float(luminance.cols) + 2, y}, width, 1}}, tone);
}

void drawWriting(cv::Mat_<float>& luminance, double scale, Random& random)
{
    std::string words;
    for (auto letters = 3 + random.below(14); letters > 0; --letters)
        words += random.chance(0.15)
                     ? ' '
                     : char((random.chance(0.5) ? 'a' : 'A') + int(random.below(26)));
    constexpr int faces[] = {cv::FONT_HERSHEY_SIMPLEX, cv::FONT_HERSHEY_COMPLEX,
                             cv::FONT_HERSHEY_SCRIPT_COMPLEX, cv::FONT_HERSHEY_TRIPLEX};
    const double size = drawLogarithmic(random, 0.3, 1.3) * scale;
    const int thickness = std::max(1, int(std::lround(size * random.uniform(0.8, 2.5))));
    cv::Mat written = cv::Mat::zeros(luminance.size(), CV_8U);
    const cv::Point at(int(random.uniform(-0.2, 0.6) * luminance.cols),
                       int(random.uniform(0.05, 1) * luminance.rows));
    cv::putText(written, words, at, faces[random.below(4)], size, 255, thickness, cv::LINE_AA);
    const float tone = float(random.chance(0.5) ? random.uniform(0, 0.2) : random.uniform(0.8, 1));
    cv::Mat share;
    written.convertTo(share, CV_32F, 1 / 255.0);
    luminance += share.mul(tone - luminance);
}

// Many, beside each other, hardly brighter or darker than what is below.
void drawStrands(cv::Mat_<float>& luminance, double scale, Random& random)
{
    const cv::Point2f root(float(random.uniform(0, luminance.cols)),
                           float(random.uniform(0, luminance.rows)));
    const double direction = random.uniform(0, fullTurn);
    const double bend = random.normal() * 1.2;
    const double spread = random.uniform(3, 14) * scale;
    for (auto strands = 15 + random.below(40); strands > 0; --strands) {
        const cv::Point2f from =
            root + cv::Point2f(float(random.normal() * spread), float(random.normal() * spread));
        const PathShape shape{random.uniform(15, 70) * scale, 4 * scale, 0.04,
                              bend + random.normal() * 0.2};
        const float width = float(random.uniform(0.5, 1.3) * scale);
        const float strength = float(random.uniform(0.1, 0.45));
        std::vector<StrokePoint> points;
        for (const cv::Point2f& at :
             drawPath(from, direction + random.normal() * 0.15, shape, random))
            points.push_back({at, width, strength});
        lay(luminance, points, random.chance(0.4) ? 0.85f : 0.05f);
    }
}

// The white or black edge of a print, ruled, and the bed of the scanner beyond.
void drawBorder(cv::Mat_<float>& luminance, double scale, Random& random)
{
    const int width = std::max(2, int(drawLogarithmic(random, 2, 30) * scale));
    const float tone = float(random.chance(0.6) ? random.uniform(0.75, 1) : random.uniform(0, 0.2));
    const double lean = random.uniform(-0.03, 0.03);
    const int edge = int(random.below(4));
    const int line = random.chance(0.3) ? std::max(1, int(scale)) : 0; // a ruled line inside it
    for (int y = 0; y < luminance.rows; ++y)
        for (int x = 0; x < luminance.cols; ++x) {
            const double beyond = edge == 0   ? x + lean * y
                                  : edge == 1 ? luminance.cols - 1 - x + lean * y
                                  : edge == 2 ? y + lean * x
                                              : luminance.rows - 1 - y + lean * x;
            if (beyond < width)
                luminance(y, x) = tone;
            else if (beyond < width + line)
                luminance(y, x) = 1 - tone;
        }
}

} // namespace

void drawSoundDetails(cv::Mat_<float>& luminance, double scale, Random& random)
{
    if (random.chance(0.12))
        drawWires(luminance, scale, random);
    if (random.chance(0.05))
        drawFence(luminance, scale, random);
    if (random.chance(0.1))
        drawWriting(luminance, scale, random);
    if (random.chance(0.08))
        drawStrands(luminance, scale, random);
    if (random.chance(0.12))
        drawBorder(luminance, scale, random);
}

} // namespace autochrome::inline learn
