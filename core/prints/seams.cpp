#include "core/prints/seams.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline prints {
namespace {

constexpr int leastPart = 60;         // pixels a side
constexpr double leastAspect = 0.38;  // of a part's sides
constexpr double leastStep = 3;       // L* a* b* over two pixels
constexpr int besides = 3;            // pixels to either side, in which an edge is the strongest
constexpr int stretches = 8;          // into which a seam is cut …
constexpr double leastStretch = 0.55; // … all of which are seen as much
constexpr double leastWhole = 0.80;
constexpr int deepest = 6;
constexpr double filled = 0.88;
constexpr double mostAslant = 0.012; // pixels sideways by pixel along

struct Seam
{
    int place = -1;
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

// The best seam from top to bottom, of what lies there.
Seam bestSeam(const cv::Mat& edges, const cv::Mat& beside)
{
    const int height = edges.rows;
    const int width = edges.cols;
    Seam best;
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
            const int from = std::max(0, -shift);
            const int to = std::min(width, width - shift);
            for (int x = from; x < to; ++x) {
                counts[stretch][std::size_t(x)] += edge[x + shift] & lies[x + shift];
                wholes[stretch][std::size_t(x)] += lies[x + shift];
            }
        }
        const int margin = std::max(leastPart, cvRound(leastAspect * 0.5 * height / 2));
        for (int x = margin; x + margin < width; ++x) {
            const auto at = std::size_t(x);
            int sum = 0, all = 0;
            double weakest = 1;
            for (std::size_t i = 0; i < stretches; ++i) {
                sum += counts[i][at];
                all += wholes[i][at];
                if (wholes[i][at] > height / stretches / 2)
                    weakest = std::min(weakest, double(counts[i][at]) / wholes[i][at]);
            }
            if (all < height / 4)
                continue;
            const double seen = double(sum) / all;
            if (seen > best.seen && weakest >= leastStretch)
                best = {x, seen};
        }
    }
    return best;
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
    return x.size() > 0 && y.size() > 0
               ? cv::Rect(part.x + x.start, part.y + y.start, x.size(), y.size())
               : cv::Rect();
}

struct Layout
{
    cv::Mat across, down;             // edges
    cv::Mat besideAcross, besideDown; // where something lies
    cv::Mat lying;
};

void cutApart(const Layout& layout, const cv::Rect& whole, std::vector<cv::Rect>& parts, int depth)
{
    const cv::Rect part = trimmed(layout.lying, whole);
    if (std::min(part.width, part.height) < leastPart)
        return;
    Seam upright, level;
    if (depth < deepest) {
        upright = bestSeam(layout.across(part), layout.besideAcross(part));
        cv::Mat turned, besideTurned;
        cv::transpose(layout.down(part), turned);
        cv::transpose(layout.besideDown(part), besideTurned);
        level = bestSeam(turned, besideTurned);
    }
    if (std::max(upright.seen, level.seen) < leastWhole) {
        if (cv::countNonZero(layout.lying(part)) >= filled * part.area())
            parts.push_back(part);
        return;
    }
    cv::Rect first = part, second = part;
    if (upright.seen >= level.seen) {
        first.width = upright.place;
        second.x += first.width;
        second.width -= first.width;
    } else {
        first.height = level.place;
        second.y += first.height;
        second.height -= first.height;
    }
    cutApart(layout, first, parts, depth + 1);
    cutApart(layout, second, parts, depth + 1);
}

} // namespace

std::vector<cv::Rect> partsBySeams(const cv::Mat& lab, const cv::Mat& lying)
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
    std::vector<cv::Rect> parts;
    cutApart(layout, {{}, lab.size()}, parts, 0);
    return parts;
}

} // namespace autochrome::inline prints
