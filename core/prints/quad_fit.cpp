#include "core/prints/quad_fit.h"

#include "core/prints/median.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace autochrome::inline prints {
namespace {

constexpr double ends = 0.03;           // of a side, at either end: corners are worn
constexpr double atEdge = 1.6;          // pixels from the picture's own edge
constexpr double leastContrast = 3;     // L* a* b*
constexpr double weak = 0.68;           // share of a side that is looked for once more
constexpr double farthestAslant = 0.35; // sine between sides that face each other

int samplesOf(double length)
{
    return std::clamp(cvRound(length), 24, 160);
}

struct Side
{
    cv::Point2d from, to, outwards;

    Side(const Quad& quad, std::size_t i) : from(quad[i]), to(quad[(i + 1) % 4])
    {
        outwards = lineThrough(from, to).normal;
    }
    cv::Point2d at(double share) const { return from + (to - from) * share; }
    double length() const { return cv::norm(to - from); }
};

std::optional<Quad> cornersOf(const std::array<Line, 4>& lines)
{
    Quad quad;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto corner = crossing(lines[(i + 3) % 4], lines[i]);
        if (!corner)
            return std::nullopt;
        quad[i] = *corner;
    }
    return isConvex(quad) ? std::optional(quad) : std::nullopt;
}

bool isOnEdge(const Side& side, cv::Size size)
{
    const auto near = [](double one, double other, double edge) {
        return std::abs(one - edge) < atEdge && std::abs(other - edge) < atEdge;
    };
    return near(side.from.x, side.to.x, 0) || near(side.from.x, side.to.x, size.width) ||
           near(side.from.y, side.to.y, 0) || near(side.from.y, side.to.y, size.height);
}

// Where, going inwards, the bed ends; none where there is none, or no end of it.
std::optional<double> endOfBed(const cv::Mat& bed, cv::Point2d at, cv::Point2d outwards,
                               double reach)
{
    constexpr double step = 0.5;
    const auto isBed = [&bed](cv::Point2d place) {
        const int x = int(std::floor(place.x));
        const int y = int(std::floor(place.y));
        return x < 0 || y < 0 || x >= bed.cols || y >= bed.rows || bed.at<std::uint8_t>(y, x) != 0;
    };
    bool seen = false;
    for (double out = reach; out >= -reach; out -= step) {
        if (isBed(at + outwards * out)) {
            seen = true;
            continue;
        }
        const auto isThick = [&] {
            return std::ranges::none_of(std::array{1.0, 2.0, 4.0, 6.0}, [&](double deep) {
                return isBed(at + outwards * (out - deep));
            });
        };
        if (seen && isThick()) // else it is writing below a print, or a hair
            return out + step / 2;
    }
    return std::nullopt;
}

// One side may be hidden: it stays where it is, for fitToEdges() to look for.
bool fitRound(FittedQuad& fitted, const cv::Mat& bed, double reach, double tolerance)
{
    std::array<Line, 4> lines;
    int hidden = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Side side(fitted.quad, i);
        std::vector<cv::Point2d> points;
        const int count = samplesOf(side.length());
        for (int s = 0; s < count; ++s) {
            const cv::Point2d at = side.at(ends + (1 - 2 * ends) * (s + 0.5) / count);
            if (const auto out = endOfBed(bed, at, side.outwards, reach))
                points.push_back(at + side.outwards * *out);
        }
        int inliers = 0;
        auto line = robustLine(points, tolerance, &inliers);
        if (!line || inliers < count / 5) {
            if (++hidden > 1)
                return false;
            line = lineThrough(side.from, side.to);
        }
        lines[i] = *line;
        if (lines[i].normal.dot(side.outwards) < 0)
            lines[i] = {-lines[i].normal, -lines[i].offset};
        fitted.sides[i].bedShare = double(inliers) / count;
    }
    for (std::size_t i = 0; i < 2; ++i)
        if (std::abs(lines[i].normal.cross(lines[i + 2].normal)) > farthestAslant)
            return false;
    const auto corners = cornersOf(lines);
    if (!corners)
        return false;
    fitted.quad = *corners;
    return true;
}

struct Edge
{
    double out = 0;      // pixels outwards
    double strength = 0; // L* a* b*
};

// The strongest edge across a side at one place, to a part of a pixel.
Edge strongestEdge(const LabPicture& picture, cv::Point2d at, cv::Point2d outwards, double reach)
{
    constexpr double step = 0.5;
    constexpr int apart = 2; // steps to either side
    const int steps = int(std::ceil(reach / step));
    std::vector<cv::Vec3f> profile;
    for (int k = -steps - apart; k <= steps + apart; ++k)
        profile.push_back(picture.at(at + outwards * (k * step)));
    const auto strength = [&profile](int k) {
        const cv::Vec3f* middle = profile.data() + k;
        return cv::norm(middle[apart] - middle[-apart]);
    };
    int best = apart;
    const int last = int(profile.size()) - 1 - apart;
    for (int k = apart; k <= last; ++k)
        if (strength(k) > strength(best))
            best = k;
    double shift = 0;
    if (best > apart && best < last) {
        const double before = strength(best - 1), here = strength(best), after = strength(best + 1);
        const double bend = before - 2 * here + after;
        if (bend < 0)
            shift = std::clamp((before - after) / (2 * bend), -0.5, 0.5);
    }
    return {(best - apart - steps + shift) * step, strength(best)};
}

// Fits one side to the strongest edge near it, and tells of it.
Line fittedSide(FittedQuad& fitted, std::size_t i, const LabPicture& picture, double reach)
{
    FittedQuad::Side& told = fitted.sides[i];
    const Side side(fitted.quad, i);
    std::vector<cv::Point2d> points;
    std::vector<double> strengths;
    const int count = samplesOf(side.length());
    for (int s = 0; s < count; ++s) {
        const cv::Point2d at = side.at(ends + (1 - 2 * ends) * (s + 0.5) / count);
        const Edge edge = strongestEdge(picture, at, side.outwards, reach);
        strengths.push_back(edge.strength);
        if (edge.strength >= leastContrast)
            points.push_back(at + side.outwards * edge.out);
    }
    int inliers = 0;
    const auto line = robustLine(points, std::max(0.7, reach / 5), &inliers);
    told.edgeShare = double(inliers) / count;
    told.contrast = medianOf(strengths);
    return line && inliers >= count / 2 ? *line : lineThrough(side.from, side.to);
}

// Where, parallel to a side, an edge is seen over most of its length: pixels outwards. Something
// else had caught the side: writing below a print, a shadow; or nothing had.
std::optional<double> edgeBeside(const FittedQuad& fitted, std::size_t i, const LabPicture& picture)
{
    const Side side(fitted.quad, i);
    const double across = shorterSide(fitted.quad);
    const int count = samplesOf(side.length()) / 2;
    double best = 0;
    std::optional<double> place;
    for (double out = 0.06 * across; out >= -0.3 * across; out -= 1) {
        double sum = 0;
        for (int s = 0; s < count; ++s) {
            const cv::Point2d at =
                side.at(ends + (1 - 2 * ends) * (s + 0.5) / count) + side.outwards * out;
            const double step = cv::norm(picture.at(at + side.outwards * 1.5) -
                                         picture.at(at - side.outwards * 1.5));
            sum += std::min(step / leastContrast, 1.0);
        }
        if (sum > 1.05 * best) { // the outermost of several that are alike
            best = sum;
            place = out;
        }
    }
    return best > 0.7 * count ? place : std::nullopt;
}

} // namespace

// A sky as white as the bed hides where the bed ends, not the paper's edge.
double FittedQuad::Side::share() const
{
    return 0.25 * (bedShare + edgeShare) + 0.5 * std::max(bedShare, edgeShare);
}

int FittedQuad::cutOff() const
{
    return int(std::ranges::count_if(sides, &Side::isCutOff));
}

double FittedQuad::weakest() const
{
    double least = 1;
    for (const Side& side : sides)
        if (!side.isCutOff)
            least = std::min(least, side.share());
    return least;
}

double FittedQuad::score() const
{
    double sum = 0;
    for (const Side& side : sides)
        sum += side.isCutOff ? weakest() : side.share();
    return 0.5 * sum / 4 + 0.5 * weakest();
}

std::optional<FittedQuad> fittedToBed(const Quad& start, const cv::Mat& bed)
{
    FittedQuad fitted{start, {}};
    const double side = shorterSide(start);
    if (!isConvex(start) || side < 8)
        return std::nullopt;
    if (!fitRound(fitted, bed, std::max(4.0, 0.10 * side), 1.5) ||
        !fitRound(fitted, bed, std::max(3.0, 0.04 * side), 1.2) || !fitRound(fitted, bed, 4, 1.2))
        return std::nullopt;
    for (std::size_t i = 0; i < 4; ++i)
        fitted.sides[i].isCutOff = isOnEdge(Side(fitted.quad, i), bed.size());
    fitted.quad = ordered(fitted.quad);
    // The sides follow their corners.
    for (std::size_t i = 0; i < 4; ++i)
        fitted.sides[i].isCutOff = isOnEdge(Side(fitted.quad, i), bed.size());
    FittedQuad again = fitted;
    return fitRound(again, bed, 4, 1.2) ? std::optional(again) : std::nullopt;
}

void fitToEdges(FittedQuad& fitted, const LabPicture& picture, double reach)
{
    const auto fitAll = [&] {
        std::array<Line, 4> lines;
        for (std::size_t i = 0; i < 4; ++i)
            lines[i] = fitted.sides[i].isCutOff
                           ? lineThrough(fitted.quad[i], fitted.quad[(i + 1) % 4])
                           : fittedSide(fitted, i, picture, reach);
        if (const auto corners = cornersOf(lines))
            fitted.quad = *corners;
    };
    fitAll();
    const auto isWeak = [](const FittedQuad::Side& side) {
        return !side.isCutOff && side.share() < weak;
    };
    if (std::ranges::count_if(fitted.sides, isWeak) != 1)
        return;
    const auto hidden =
        std::size_t(std::ranges::find_if(fitted.sides, isWeak) - fitted.sides.begin());
    const auto out = edgeBeside(fitted, hidden, picture);
    if (!out)
        return;
    std::array<Line, 4> lines;
    for (std::size_t i = 0; i < 4; ++i)
        lines[i] = lineThrough(fitted.quad[i], fitted.quad[(i + 1) % 4]);
    lines[hidden].offset += *out;
    const auto corners = cornersOf(lines);
    if (!corners)
        return;
    const FittedQuad before = fitted;
    fitted.quad = *corners;
    fitAll();
    // It was not seen from outside, and counts a little less.
    fitted.sides[hidden].bedShare = 0.8 * fitted.sides[hidden].edgeShare;
    if (fitted.score() < before.score())
        fitted = before;
}

} // namespace autochrome::inline prints
