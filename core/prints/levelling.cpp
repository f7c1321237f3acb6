#include "core/prints/levelling.h"

#include "core/prints/lab_picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline prints {
namespace {

constexpr int searchedForLines = 1400;  // pixels a side
constexpr double shortest = 0.02;       // of the diagonal
constexpr double steepest = 20;         // degrees that a picture may be askew
constexpr double degreeStep = 0.05;     // degrees
constexpr double scatter = 0.3;         // degrees: how far lines of one direction scatter
constexpr double alike = 0.8;           // degrees from the peak that speak for it
constexpr double leastAgreement = 0.22; // of all lines that agree
constexpr double leastLength = 0.9;     // diagonals: their lengths together
constexpr double leastCertainty = 0.3;

struct Stroke
{
    double degrees = 0; // -45 to 45, from level or from plumb
    double length = 0;  // diagonals
    double weight() const { return length * std::sqrt(length); }
};

std::vector<Stroke> strokesOf(const cv::Mat& grey)
{
    std::vector<cv::Vec4f> lines;
    cv::createLineSegmentDetector(cv::LSD_REFINE_STD)->detect(grey, lines);
    const double diagonal = std::hypot(grey.cols, grey.rows);
    std::vector<Stroke> strokes;
    for (const cv::Vec4f& line : lines) {
        const double x = line[2] - line[0];
        const double y = line[3] - line[1];
        const double length = std::hypot(x, y) / diagonal;
        if (length < shortest)
            continue;
        double degrees = std::atan2(y, x) * 180 / std::numbers::pi;
        degrees -= 90 * std::round(degrees / 90);
        strokes.push_back({degrees, length});
    }
    return strokes;
}

// Where most strokes are alike, of those not too steep.
double peakOf(const std::vector<Stroke>& strokes)
{
    double best = 0, most = -1;
    for (double at = -steepest; at <= steepest; at += degreeStep) {
        double sum = 0;
        for (const Stroke& stroke : strokes) {
            const double away = (stroke.degrees - at) / scatter;
            if (std::abs(away) < 4)
                sum += stroke.weight() * std::exp(-away * away / 2);
        }
        if (sum > most) {
            most = sum;
            best = at;
        }
    }
    // Towards the mean of those around, of which the long ones are the most exact.
    for (int round = 0; round < 8; ++round) {
        double sum = 0, weights = 0;
        for (const Stroke& stroke : strokes) {
            const double away = (stroke.degrees - best) / scatter;
            if (std::abs(away) < 4) {
                const double weight = stroke.length * stroke.weight() * std::exp(-away * away / 2);
                sum += weight * stroke.degrees;
                weights += weight;
            }
        }
        if (weights > 0)
            best = sum / weights;
    }
    return best;
}

} // namespace

std::optional<Level> levelOf(const cv::Mat& pixels)
{
    const LabPicture picture = LabPicture::of(pixels, searchedForLines);
    if (std::min(picture.lab.rows, picture.lab.cols) < 32)
        return std::nullopt;
    cv::Mat grey;
    cv::extractChannel(picture.lab, grey, 0);
    grey.convertTo(grey, CV_8U, 2.55);
    const std::vector<Stroke> strokes = strokesOf(grey);
    const double peak = peakOf(strokes);
    double all = 0, agreeing = 0, length = 0;
    for (const Stroke& stroke : strokes) {
        all += stroke.weight();
        if (std::abs(stroke.degrees - peak) < alike) {
            agreeing += stroke.weight();
            length += stroke.length;
        }
    }
    if (all <= 0 || agreeing < leastAgreement * all || length < leastLength)
        return std::nullopt;
    // Lines of all directions would agree by chance to 2 alike / 90.
    const double certainty =
        std::clamp((agreeing / all - leastAgreement) / (0.7 - leastAgreement), 0.0, 1.0) * 0.7 +
        std::clamp((length - leastLength) / (4 * leastLength), 0.0, 1.0) * 0.3;
    if (certainty < leastCertainty)
        return std::nullopt;
    return Level{-peak + 0.0, certainty};
}

} // namespace autochrome::inline prints
