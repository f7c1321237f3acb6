#include "ui/repair/mask_layer.h"

#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr int smallest = 64; // pixels, of the last level's longer side

cv::Mat halved(const cv::Mat& mask)
{
    cv::Mat half((mask.rows + 1) / 2, (mask.cols + 1) / 2, CV_8U);
    cv::parallel_for_({0, half.rows}, [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            const auto* upper = mask.ptr<std::uint8_t>(2 * y);
            const auto* lower = mask.ptr<std::uint8_t>(std::min(2 * y + 1, mask.rows - 1));
            auto* to = half.ptr<std::uint8_t>(y);
            for (int x = 0; x < half.cols; ++x) {
                const int right = std::min(2 * x + 1, mask.cols - 1);
                to[x] = upper[2 * x] | upper[right] | lower[2 * x] | lower[right];
            }
        }
    });
    return half;
}

// For each device pixel the one of a level that it shows; -1: none.
std::vector<int> places(int count, double corner, double step, double scale, int length, int whole)
{
    std::vector<int> found(std::size_t(count), -1);
    for (int i = 0; i < count; ++i) {
        const double at = corner + (i + 0.5) * step;
        if (at >= 0 && at < whole)
            found[std::size_t(i)] = std::min(int(at / scale), length - 1);
    }
    return found;
}

} // namespace

MaskLayer::MaskLayer(const cv::Mat& mask)
{
    if (mask.empty() || cv::countNonZero(mask) == 0)
        return;
    levels_.push_back(mask);
    while (std::max(levels_.back().rows, levels_.back().cols) > smallest)
        levels_.push_back(halved(levels_.back()));
}

cv::Mat MaskLayer::seen(cv::Size size, cv::Point2d corner, double step) const
{
    cv::Mat seen = cv::Mat::zeros(size, CV_8U);
    if (levels_.empty())
        return seen;
    const int wanted = step > 1 ? int(std::ceil(std::log2(step))) : 0;
    const std::size_t level = std::min(std::size_t(wanted), levels_.size() - 1);
    const cv::Mat& from = levels_[level];
    const cv::Mat& whole = levels_.front();
    const double scale = std::exp2(double(level));
    const auto columns = places(size.width, corner.x, step, scale, from.cols, whole.cols);
    const auto rows = places(size.height, corner.y, step, scale, from.rows, whole.rows);
    for (int y = 0; y < size.height; ++y) {
        if (rows[std::size_t(y)] < 0)
            continue;
        const auto* source = from.ptr<std::uint8_t>(rows[std::size_t(y)]);
        auto* to = seen.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x)
            if (columns[std::size_t(x)] >= 0)
                to[x] = source[columns[std::size_t(x)]];
    }
    return seen;
}

} // namespace autochrome
