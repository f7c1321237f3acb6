#include "core/prints/seams.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline prints {
namespace {

constexpr int leastPart = 60;       // pixels a side
constexpr double leastAspect = 0.5; // shorter by longer side of what is left at the end
constexpr double leastStep = 3;     // L* a* b* over two pixels
constexpr int besides = 3;          // pixels to either side, in which an edge is the strongest
constexpr int stretches = 8;        // into which a seam is cut, all of which are to be seen

struct Demands
{
    double whole = 0;   // of a seam's length that is seen
    double stretch = 0; // of each stretch
};
// A horizon over water crosses all of a photo, too. Once there are several prints for certain, or
// where no single one is that long, there are likely more.
constexpr Demands first{0.90, 0.6};
constexpr Demands further{0.80, 0.4};
constexpr Demands alongFilm{0.6, 0.1};
constexpr double elongated = 0.58; // shorter by longer side
constexpr int deepest = 6;
constexpr double filled = 0.88;
constexpr double mostAslant = 0.012; // pixels sideways by pixel along

constexpr std::size_t mostTried = 3; // seams of one direction

struct Seam
{
    int place = 0;
    double seen = 0; // of its length
};

// 1 where a row has its strongest step of some pixels around, or beside such a place: CV_8U.
cv::Mat edgesAcross(const cv::Mat& lab)
{
    cv::Mat steps(lab.size(), CV_32F, cv::Scalar(0));
    for (int y = 0; y < lab.rows; ++y) {
        const auto* row = lab.ptr<cv::Vec3f>(y);
        auto* to = steps.ptr<float>(y);
        for (int x = 1; x + 1 < lab.cols; ++x) {
            const cv::Vec3f step = row[x + 1] - row[x - 1];
            to[x] = std::sqrt(step.dot(step));
        }
    }
    cv::Mat strongest, isEdge;
    cv::dilate(steps, strongest, cv::Mat::ones(1, 2 * besides + 1, CV_8U));
    isEdge = (steps >= strongest) & (steps >= leastStep);
    cv::dilate(isEdge, isEdge, cv::Mat::ones(1, 3, CV_8U));
    return isEdge / 255;
}

// Where something lies a little to the left or to the right: CV_8U, 0 or 1.
cv::Mat lyingBeside(const cv::Mat& lying)
{
    cv::Mat wide;
    cv::dilate(lying, wide, cv::Mat::ones(1, 2 * besides + 3, CV_8U));
    return (wide != 0) / 255;
}

// The seams from top to bottom of what lies there, those seen best first.
std::vector<Seam> seamsIn(const cv::Mat& edges, const cv::Mat& beside, const Demands& demands,
                          const cv::Range& range)
{
    const int height = edges.rows;
    const int width = edges.cols;
    std::vector<double> seen(std::size_t(width), 0);
    const int most = cvCeil(mostAslant * height / 2);
    std::array<std::vector<int>, stretches> counts, wholes;
    for (int aslant = -most; aslant <= most; ++aslant) { // at either end
        for (auto& count : counts)
            count.assign(std::size_t(width), 0);
        for (auto& whole : wholes)
            whole.assign(std::size_t(width), 0);
        for (int y = 0; y < height; ++y) {
            const int shift = cvRound(aslant * (2.0 * y / height - 1));
            const auto stretch = std::size_t(y * stretches / height);
            const auto* edge = edges.ptr<std::uint8_t>(y);
            const auto* lies = beside.ptr<std::uint8_t>(y);
            const int from = std::max(range.start, -shift);
            const int to = std::min(range.end, width - shift);
            for (int x = from; x < to; ++x) {
                counts[stretch][std::size_t(x)] += edge[x + shift] & lies[x + shift];
                wholes[stretch][std::size_t(x)] += lies[x + shift];
            }
        }
        for (int x = range.start; x < range.end; ++x) {
            const auto at = std::size_t(x);
            int sum = 0, all = 0;
            double weakest = 1;
            for (std::size_t i = 0; i < stretches; ++i) {
                sum += counts[i][at];
                all += wholes[i][at];
                if (wholes[i][at] > height / stretches / 2)
                    weakest = std::min(weakest, double(counts[i][at]) / wholes[i][at]);
            }
            if (all >= height / 4 && weakest >= demands.stretch)
                seen[at] = std::max(seen[at], double(sum) / all);
        }
    }
    std::vector<Seam> seams;
    while (seams.size() < mostTried) {
        const auto best = std::ranges::max_element(seen);
        if (best == seen.end() || *best < demands.whole)
            break;
        const auto place = int(best - seen.begin());
        seams.push_back({place, *best});
        const int away = std::max(8, width / 16);
        std::fill(seen.begin() + std::max(0, place - away),
                  seen.begin() + std::min(width, place + away), 0.0);
    }
    return seams;
}

cv::Range awayFromEnds(int length, int other)
{
    const int margin = std::max(leastPart, other / 8);
    return {margin, std::max(margin, length - margin)};
}

// The rows and columns of a part in which something lies over half of its length.
cv::Rect trimmed(const cv::Mat& lying, const cv::Rect& part)
{
    const cv::Mat inside = lying(part) != 0;
    const auto ends = [](const cv::Mat& sums) {
        int first = int(sums.total()), last = -1;
        double most = 0;
        cv::minMaxLoc(sums, nullptr, &most);
        for (int i = 0; i < int(sums.total()); ++i)
            if (sums.at<int>(i) > most / 2) {
                first = std::min(first, i);
                last = i;
            }
        return cv::Range(first, last + 1);
    };
    cv::Mat across, down;
    cv::reduce(inside, across, 0, cv::REDUCE_SUM, CV_32S);
    cv::reduce(inside, down, 1, cv::REDUCE_SUM, CV_32S);
    const cv::Range x = ends(across);
    const cv::Range y = ends(down);
    return x.start < x.end && y.start < y.end
               ? cv::Rect(part.x + x.start, part.y + y.start, x.size(), y.size())
               : cv::Rect();
}

struct Layout
{
    cv::Mat across, down;             // edges
    cv::Mat besideAcross, besideDown; // where something lies
    cv::Mat lying;
};

double aspectOf(const cv::Rect& part)
{
    return double(std::min(part.width, part.height)) / std::max({part.width, part.height, 1});
}

std::vector<cv::Rect> partsOf(const Layout& layout, const cv::Rect& whole, int depth);

// Both sides of a cut, if all that comes of it may be prints.
std::vector<cv::Rect> cutAt(const Layout& layout, const cv::Rect& one, const cv::Rect& other,
                            int depth)
{
    std::vector<cv::Rect> parts = partsOf(layout, one, depth + 1);
    const std::vector<cv::Rect> more = partsOf(layout, other, depth + 1);
    if (parts.empty() || more.empty())
        return {};
    parts.insert(parts.end(), more.begin(), more.end());
    const bool areLikely = std::ranges::all_of(
        parts, [](const cv::Rect& part) { return aspectOf(part) >= leastAspect; });
    return areLikely ? parts : std::vector<cv::Rect>();
}

std::vector<cv::Rect> partsOf(const Layout& layout, const cv::Rect& whole, int depth)
{
    const cv::Rect part = trimmed(layout.lying, whole);
    if (std::min(part.width, part.height) < leastPart)
        return {};
    if (depth < deepest) {
        const bool isFilled = cv::countNonZero(layout.lying(part)) >= filled * part.area();
        const Demands& demands =
            depth > 0 || aspectOf(part) < elongated || !isFilled ? further : first;
        cv::Mat turned, besideTurned;
        cv::transpose(layout.down(part), turned);
        cv::transpose(layout.besideDown(part), besideTurned);
        std::vector<std::pair<Seam, bool>> seams;
        for (const Seam& seam : seamsIn(layout.across(part), layout.besideAcross(part), demands,
                                        awayFromEnds(part.width, part.height)))
            seams.emplace_back(seam, true);
        for (const Seam& seam :
             seamsIn(turned, besideTurned, demands, awayFromEnds(part.height, part.width)))
            seams.emplace_back(seam, false);
        std::ranges::stable_sort(seams, std::greater(),
                                 [](const auto& seam) { return seam.first.seen; });
        for (const auto& [seam, isUpright] : seams) {
            cv::Rect one = part, other = part;
            if (isUpright) {
                one.width = seam.place;
                other.x += one.width;
                other.width -= one.width;
            } else {
                one.height = seam.place;
                other.y += one.height;
                other.height -= one.height;
            }
            if (auto parts = cutAt(layout, one, other, depth); !parts.empty())
                return parts;
        }
    }
    if (cv::countNonZero(layout.lying(part)) < filled * part.area())
        return {};
    return {part};
}

Layout layoutOf(const cv::Mat& lab, const cv::Mat& lying)
{
    Layout layout;
    layout.lying = lying;
    layout.across = edgesAcross(lab);
    layout.besideAcross = lyingBeside(lying);
    cv::Mat turned, lyingTurned;
    cv::transpose(lab, turned);
    cv::transpose(lying, lyingTurned);
    cv::transpose(edgesAcross(turned), layout.down);
    cv::transpose(lyingBeside(lyingTurned), layout.besideDown);
    return layout;
}

// Pictures of one strip are equally long; where nothing is seen between two dark ones, half of both
// is the border.
std::vector<cv::Rect> equallyLong(const std::vector<cv::Rect>& parts)
{
    int shortest = parts.front().width;
    for (const cv::Rect& part : parts)
        shortest = std::min(shortest, part.width);
    std::vector<cv::Rect> equal;
    for (const cv::Rect& part : parts) {
        const int count = cvRound(double(part.width) / shortest);
        if (std::abs(part.width - count * shortest) > shortest / 4)
            return {};
        for (int i = 0; i < count; ++i)
            equal.emplace_back(part.x + part.width * i / count, part.y, part.width / count,
                               part.height);
    }
    return equal;
}

} // namespace

std::vector<cv::Rect> picturesOnFilm(const cv::Mat& lab)
{
    if (lab.cols < lab.rows) {
        cv::Mat lying;
        cv::transpose(lab, lying);
        std::vector<cv::Rect> pictures = picturesOnFilm(lying);
        for (cv::Rect& picture : pictures)
            picture = {picture.y, picture.x, picture.height, picture.width};
        return pictures;
    }
    const cv::Mat all(lab.size(), CV_8U, cv::Scalar(255));
    const Layout strip = layoutOf(lab, all);
    cv::Mat turned, besideTurned;
    cv::transpose(strip.down, turned);
    cv::transpose(strip.besideDown, besideTurned);
    const auto edgeIn = [&](double from, double to) {
        return seamsIn(turned, besideTurned, alongFilm,
                       {cvRound(from * lab.rows), cvRound(to * lab.rows)});
    };
    const auto above = edgeIn(0.05, 0.3);
    const auto below = edgeIn(0.7, 0.95);
    if (above.empty() || below.empty())
        return {};
    const int top = above.front().place;
    const int bottom = below.front().place;
    if (std::abs(top - (lab.rows - bottom)) > lab.rows / 8)
        return {};
    const cv::Rect between(0, top, lab.cols, bottom - top);
    std::vector<cv::Rect> parts =
        partsOf(layoutOf(lab(between), all(between)), {{}, between.size()}, 1);
    if (parts.size() < 2)
        return {};
    parts = equallyLong(parts);
    for (cv::Rect& part : parts)
        part.y += top;
    return parts;
}

std::vector<cv::Rect> partsBySeams(const cv::Mat& lab, const cv::Mat& lying)
{
    return partsOf(layoutOf(lab, lying), {{}, lab.size()}, 0);
}

} // namespace autochrome::inline prints
