#include "core/edit/repair/fill.h"

#include "core/edit/repair/fill_state.h"
#include "core/edit/repair/grain.h"
#include "core/edit/repair/thin_fill.h"
#include "core/edit/repair/wide_fill.h"

#include <algorithm>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

namespace autochrome::inline edit {
namespace {

// Up to this width the estimate from around is closer to the truth than patches from elsewhere.
constexpr int thinnest = 14;

// Where a square of thinnest + 1 pixels fits into the damage; what hangs on to it and is thinner
// stays out. A square of any size costs the same.
cv::Mat wideParts(const cv::Mat& damage)
{
    cv::Mat wide;
    const cv::Mat square(thinnest + 1, thinnest + 1, CV_8U, cv::Scalar(1));
    // Beyond the photo nothing is sound either: what touches its edge is as wide as it looks.
    cv::erode(damage, wide, square, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    if (cv::countNonZero(wide) == 0)
        return {};
    cv::dilate(wide, wide, square, {-1, -1}, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    return wide;
}

// Boxes of the parts of a mask that hang together.
std::vector<cv::Rect> boxesOf(const cv::Mat& mask)
{
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
    std::vector<cv::Rect> boxes;
    boxes.reserve(outlines.size());
    for (const auto& outline : outlines)
        boxes.push_back(cv::boundingRect(outline));
    // In the order of reading, whatever OpenCV's is.
    std::ranges::sort(boxes, {}, [](const cv::Rect& box) { return std::pair(box.y, box.x); });
    return boxes;
}

// What is wider than `widest` becomes Unknowable: whatever lies as near to its middle as the edge
// of the widest that can be filled.
void leaveTooWide(cv::Mat& state, const std::vector<cv::Rect>& boxes, int widest)
{
    const float radius = float(widest) / 2;
    for (const cv::Rect& box : boxes) {
        if (std::min(box.width, box.height) <= widest)
            continue;
        const cv::Rect around =
            (box - cv::Point(1, 1) + cv::Size(2, 2)) & cv::Rect({}, state.size());
        cv::Mat part = state(around);
        cv::Mat distance, rest;
        cv::distanceTransform(part != Known, distance, cv::DIST_L2, cv::DIST_MASK_PRECISE);
        const cv::Mat core = distance > radius;
        if (cv::countNonZero(core) == 0)
            continue;
        // The corners of a square are farther from its middle than its sides.
        cv::distanceTransform(core == 0, rest, cv::DIST_L2, cv::DIST_MASK_PRECISE);
        const cv::Mat left = (rest <= radius * float(std::numbers::sqrt2) + 1) & (part != Known);
        part.setTo(Unknowable, left);
    }
}

} // namespace

FillCounts fillDamage(cv::Mat& pixels, cv::Mat& mask, const FillSettings& settings,
                      const Progress& progress)
{
    cv::Mat& state = mask;
    cv::compare(mask, 0, state, cv::CMP_NE);
    const std::int64_t damaged = cv::countNonZero(state);
    const cv::Mat wide = wideParts(state);
    state.setTo(ThinDamage, state);
    progress.checkpoint();
    std::vector<cv::Rect> boxes;
    if (!wide.empty()) {
        state.setTo(WideDamage, wide);
        boxes = boxesOf(wide);
        leaveTooWide(state, boxes, settings.widest);
    }
    const Grain grain = settings.smooth ? Grain() : Grain::of(pixels, state);
    fillThinDamage(pixels, state, grain, progress.part(0.05, boxes.empty() ? 1 : 0.4));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto count = double(boxes.size());
        progress.checkpoint();
        fillWideDamage(
            pixels, state, boxes[i], grain,
            progress.part(0.4 + 0.6 * double(i) / count, 0.4 + 0.6 * double(i + 1) / count));
    }
    const std::int64_t left = cv::countNonZero(state == Unknowable);
    cv::Mat filled = (state == ThinFilled) | (state == WideFilled);
    cv::swap(mask, filled);
    return {damaged - left, left};
}

} // namespace autochrome::inline edit
