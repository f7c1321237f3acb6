#include "ui/viewer/image_pyramid.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome {

namespace {

/// Averages blocks of up to 2 x 2 pixels with alpha as the weight, so that the invisible colour of
/// transparent pixels does not bleed into their neighbours.
template <class Sample>
void halveWithAlpha(const cv::Mat& source, cv::Mat& half)
{
    cv::parallel_for_(cv::Range(0, half.rows), [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            const int y0 = 2 * y;
            const int y1 = std::min(y0 + 1, source.rows - 1);
            const auto* upper = source.ptr<cv::Vec<Sample, 4>>(y0);
            const auto* lower = source.ptr<cv::Vec<Sample, 4>>(y1);
            auto* out = half.ptr<cv::Vec<Sample, 4>>(y);
            for (int x = 0; x < half.cols; ++x) {
                const int x0 = 2 * x;
                const int x1 = std::min(x0 + 1, source.cols - 1);
                const cv::Vec<Sample, 4>* block[] = {upper + x0, upper + x1, lower + x0,
                                                     lower + x1};
                std::uint64_t alpha = 0;
                std::uint64_t sums[3] = {0, 0, 0};
                std::uint64_t plain[3] = {0, 0, 0};
                for (const auto* pixel : block) {
                    const std::uint64_t a = (*pixel)[3];
                    alpha += a;
                    for (int c = 0; c < 3; ++c) {
                        sums[c] += a * (*pixel)[c];
                        plain[c] += (*pixel)[c];
                    }
                }
                for (int c = 0; c < 3; ++c)
                    out[x][c] = Sample(alpha ? (sums[c] + alpha / 2) / alpha : (plain[c] + 2) / 4);
                out[x][3] = Sample((alpha + 2) / 4);
            }
        }
    });
}

/// Averages the pixels of `source` into `half`, whose size is exactly half (or the same along an
/// axis of one pixel).
void averageInto(const cv::Mat& source, cv::Mat half)
{
    if (source.empty() || half.empty())
        return;
    cv::resize(source, half, half.size(), 0, 0, cv::INTER_AREA);
}

} // namespace

PyramidGeometry::PyramidGeometry(QSize photo)
{
    if (photo.isEmpty())
        return;
    levels_.push_back(photo);
    while (std::max(photo.width(), photo.height()) > tileSize) {
        photo = {(photo.width() + 1) / 2, (photo.height() + 1) / 2};
        levels_.push_back(photo);
    }
}

int PyramidGeometry::levelFor(double zoom) const
{
    int level = 0;
    while (level + 1 < levelCount() && std::ldexp(1.0, -(level + 1)) >= zoom)
        ++level;
    return level;
}

QRect PyramidGeometry::tileRect(const TileIndex& tile) const
{
    return QRect(tile.column * tileSize, tile.row * tileSize, tileSize, tileSize) &
           QRect(QPoint(0, 0), levelSize(tile.level));
}

std::vector<TileIndex> PyramidGeometry::tilesIn(int level, const QRectF& photoArea) const
{
    std::vector<TileIndex> tiles;
    const QRectF area = photoArea & QRectF(QPointF(0, 0), QSizeF(photoSize()));
    if (area.isEmpty())
        return tiles;
    const double side = std::ldexp(double(tileSize), level);
    const int lastColumn = std::max(0, int(std::ceil(area.right() / side)) - 1);
    const int lastRow = std::max(0, int(std::ceil(area.bottom() / side)) - 1);
    for (int row = int(area.top() / side); row <= lastRow; ++row)
        for (int column = int(area.left() / side); column <= lastColumn; ++column)
            tiles.push_back({level, column, row});
    return tiles;
}

cv::Mat halved(const cv::Mat& source)
{
    cv::Mat half((source.rows + 1) / 2, (source.cols + 1) / 2, source.type());
    if (source.channels() == 4) {
        if (source.depth() == CV_16U)
            halveWithAlpha<std::uint16_t>(source, half);
        else
            halveWithAlpha<std::uint8_t>(source, half);
        return half;
    }
    // The even part takes OpenCV's fast way; an odd last column or row averages what it has.
    const int evenRows = source.rows / 2 * 2;
    const int evenCols = source.cols / 2 * 2;
    const cv::Rect core(0, 0, evenCols / 2, evenRows / 2);
    averageInto(source(cv::Rect(0, 0, evenCols, evenRows)), half(core));
    if (evenCols < source.cols)
        averageInto(source(cv::Rect(evenCols, 0, 1, evenRows)),
                    half(cv::Rect(core.width, 0, 1, core.height)));
    if (evenRows < source.rows)
        averageInto(source(cv::Rect(0, evenRows, evenCols, 1)),
                    half(cv::Rect(0, core.height, core.width, 1)));
    if (evenCols < source.cols && evenRows < source.rows)
        source(cv::Rect(evenCols, evenRows, 1, 1))
            .copyTo(half(cv::Rect(core.width, core.height, 1, 1)));
    return half;
}

ImagePyramid::ImagePyramid(std::shared_ptr<const Photo> photo, ColourSpace space)
    : photo_(std::move(photo)),
      space_(std::move(space)),
      geometry_(QSize(photo_->pixels.cols, photo_->pixels.rows))
{
}

std::shared_ptr<const ImagePyramid> ImagePyramid::build(std::shared_ptr<const Photo> photo,
                                                        const std::atomic<bool>& cancelled)
{
    ColourSpace space = ColourSpace::of(*photo);
    std::shared_ptr<ImagePyramid> pyramid(new ImagePyramid(std::move(photo), std::move(space)));
    pyramid->levels_.push_back(pyramid->photo_->pixels);
    while (int(pyramid->levels_.size()) < pyramid->geometry_.levelCount()) {
        if (cancelled)
            return nullptr;
        pyramid->levels_.push_back(halved(pyramid->levels_.back()));
    }
    return pyramid;
}

} // namespace autochrome
