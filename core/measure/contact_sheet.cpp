#include "core/measure/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline measure {
namespace {

constexpr int gap = 4;                  // pixels
constexpr int across = 12;              // pictures to a line
const cv::Scalar ground(119, 119, 119); // L* = 50

void place(const cv::Mat& picture, cv::Mat to)
{
    if (picture.empty())
        return;
    const int cell = to.rows;
    const double scale = std::min(double(cell) / picture.cols, double(cell) / picture.rows);
    const cv::Size size(std::clamp(int(std::lround(picture.cols * scale)), 1, cell),
                        std::clamp(int(std::lround(picture.rows * scale)), 1, cell));
    cv::Mat small;
    cv::resize(picture, small, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    small.copyTo(to(cv::Rect({(cell - size.width) / 2, (cell - size.height) / 2}, size)));
}

} // namespace

cv::Mat contactStrip(const SheetRow& row, int cell, int between)
{
    std::vector<const cv::Mat*> pictures{&row.grey, &row.result, &row.truth};
    if (!row.before.empty())
        pictures.insert(pictures.begin() + 1, &row.before);
    const int count = int(pictures.size());
    cv::Mat strip(cell, count * cell + (count - 1) * between, CV_8UC3, ground);
    for (int i = 0; i < count; ++i) {
        const int x = i * (cell + between);
        place(*pictures[std::size_t(i)], strip.colRange(x, x + cell));
    }
    return strip;
}

cv::Mat contactSheet(const std::vector<SheetRow>& rows)
{
    if (rows.empty())
        return {};
    const bool isCompared =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.before.empty(); });
    const int pictures = isCompared ? 4 : 3;
    const int columns = std::min(across / pictures, int(rows.size()));
    const int lines = (int(rows.size()) + columns - 1) / columns;
    const cv::Size strip(pictures * sheetCell + (pictures - 1) * gap, sheetCell);
    const cv::Size step(strip.width + 4 * gap, strip.height + gap);
    cv::Mat sheet(lines * step.height + gap, columns * step.width, CV_8UC3, ground);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int x = 2 * gap + int(i) % columns * step.width;
        const int y = gap + int(i) / columns * step.height;
        const cv::Mat photo = contactStrip(rows[i], sheetCell, gap);
        photo.copyTo(sheet(cv::Rect({x, y}, photo.size())));
    }
    return sheet;
}

} // namespace autochrome::inline measure
