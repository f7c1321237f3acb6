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

// Pixels of a level, the last included.
struct Span
{
    int first = 0;
    int last = -1; // none
};

// For each device pixel, those of a level that it shows: all that it covers, so that nothing thin
// is lost, or the one in which its middle lies, where it covers less than one.
std::vector<Span> spans(int count, double corner, double step, double scale, int length, int whole)
{
    std::vector<Span> found(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double from = corner + i * step;
        const double middle = from + step / 2;
        if (middle < 0 || middle >= whole)
            continue;
        const double first = step > 1 ? from / scale : middle / scale;
        const double last = step > 1 ? std::ceil((from + step) / scale) - 1 : first;
        found[std::size_t(i)] = {std::max(0, int(first)), std::min(int(last), length - 1)};
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
    const int wanted = step > 1 ? int(std::log2(step)) : 0;
    const std::size_t level = std::min(std::size_t(wanted), levels_.size() - 1);
    const cv::Mat& from = levels_[level];
    const cv::Mat& whole = levels_.front();
    const double scale = std::exp2(double(level));
    const auto columns = spans(size.width, corner.x, step, scale, from.cols, whole.cols);
    const auto rows = spans(size.height, corner.y, step, scale, from.rows, whole.rows);
    cv::parallel_for_({0, size.height}, [&](const cv::Range& range) {
        for (int y = range.start; y < range.end; ++y) {
            auto* to = seen.ptr<std::uint8_t>(y);
            const Span& row = rows[std::size_t(y)];
            for (int line = row.first; line <= row.last; ++line) {
                const auto* source = from.ptr<std::uint8_t>(line);
                for (int x = 0; x < size.width; ++x)
                    for (int at = columns[std::size_t(x)].first; at <= columns[std::size_t(x)].last;
                         ++at)
                        to[x] |= source[at];
            }
        }
    });
    return seen;
}

} // namespace autochrome
