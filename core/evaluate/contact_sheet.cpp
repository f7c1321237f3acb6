#include "core/evaluate/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome {
namespace {

constexpr int cell = 150; // pixels, both ways
constexpr int gap = 4;
constexpr int across = 4;               // photos to a line
const cv::Scalar ground(119, 119, 119); // L* = 50

void place(const cv::Mat& picture, cv::Mat to)
{
    if (picture.empty())
        return;
    const double scale = std::min(double(cell) / picture.cols, double(cell) / picture.rows);
    const cv::Size size(std::clamp(int(std::lround(picture.cols * scale)), 1, cell),
                        std::clamp(int(std::lround(picture.rows * scale)), 1, cell));
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    small.copyTo(to(cv::Rect({(cell - size.width) / 2, (cell - size.height) / 2}, size)));
}

} // namespace

cv::Mat contactStrip(const SheetRow& row)
{
    cv::Mat strip(cell, 3 * cell + 2 * gap, CV_8UC3, ground);
    int x = 0;
    for (const cv::Mat* picture : {&row.grey, &row.result, &row.truth}) {
        place(*picture, strip.colRange(x, x + cell));
        x += cell + gap;
    }
    return strip;
}

cv::Mat contactSheet(const std::vector<SheetRow>& rows)
{
    if (rows.empty())
        return {};
    const int columns = std::min(across, int(rows.size()));
    const int lines = (int(rows.size()) + columns - 1) / columns;
    const cv::Size strip(3 * cell + 2 * gap, cell);
    const cv::Size step(strip.width + 4 * gap, strip.height + gap);
    cv::Mat sheet(lines * step.height + gap, columns * step.width, CV_8UC3, ground);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int x = 2 * gap + int(i) % columns * step.width;
        const int y = gap + int(i) / columns * step.height;
        contactStrip(rows[i]).copyTo(sheet(cv::Rect({x, y}, strip)));
    }
    return sheet;
}

} // namespace autochrome
