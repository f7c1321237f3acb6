#include "core/edit/detail/detailed_pixels.h"

#include "core/edit/repair/brightness.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int detailTile = 512;

void apply(const DetailPlan& plan, cv::Mat& brightness)
{
    if (plan.halftone)
        brightness = plan.halftone->removedFrom(brightness);
    if (plan.grain)
        plan.grain->apply(brightness);
    plan.sharpening.apply(brightness);
}

template <class Code>
void addTo(cv::Mat& pixels, const cv::Mat& change)
{
    constexpr float unit = sizeof(Code) == 1 ? 1.0F : 257.0F; // codes per code of 8 bits
    const int channels = pixels.channels();
    const int colours = std::min(channels, 3);
    for (int y = 0; y < pixels.rows; ++y) {
        Code* pixel = pixels.ptr<Code>(y);
        const auto* by = change.ptr<float>(y);
        for (int x = 0; x < pixels.cols; ++x, pixel += channels)
            for (int c = 0; c < colours; ++c)
                pixel[c] = cv::saturate_cast<Code>(float(pixel[c]) + unit * by[x]);
    }
}

void makeTile(const cv::Mat& pixels, cv::Mat& result, const cv::Rect& tile, const DetailPlan& plan)
{
    const int reach = plan.reach();
    const cv::Rect seen = (tile - cv::Point(reach, reach) + cv::Size(2 * reach, 2 * reach)) &
                          cv::Rect({}, pixels.size());
    const cv::Mat before = brightnessOf(pixels(seen));
    cv::Mat after = before.clone();
    apply(plan, after);
    const cv::Rect within = tile - seen.tl();
    const cv::Mat change = after(within) - before(within);
    cv::Mat part = result(tile);
    pixels(tile).copyTo(part);
    if (pixels.depth() == CV_8U)
        addTo<std::uint8_t>(part, change);
    else
        addTo<std::uint16_t>(part, change);
}

} // namespace

int DetailPlan::reach() const
{
    return (halftone ? halftone->reach() : 0) +
           (grain && !grain->isIdentity() ? GrainReduction::reach : 0) +
           (sharpening.amount != 0 ? Sharpening::reach : 0);
}

cv::Mat detailedPixels(const cv::Mat& pixels, const DetailPlan& plan, const Progress& progress)
{
    cv::Mat result(pixels.size(), pixels.type());
    const int across = (pixels.cols + detailTile - 1) / detailTile;
    const int down = (pixels.rows + detailTile - 1) / detailTile;
    for (int row = 0; row < down; ++row) {
        progress.checkpoint();
        progress.report(double(row) / down, {});
        cv::parallel_for_(
            {0, across},
            [&](const cv::Range& some) {
                for (int column = some.start; column < some.end; ++column) {
                    const cv::Rect tile =
                        cv::Rect(column * detailTile, row * detailTile, detailTile, detailTile) &
                        cv::Rect({}, pixels.size());
                    makeTile(pixels, result, tile, plan);
                }
            },
            across);
    }
    return result;
}

} // namespace autochrome::inline edit
