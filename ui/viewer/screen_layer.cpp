#include "ui/viewer/screen_layer.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome {

namespace {

cv::Mat wrapped(QImage& image)
{
    return {image.height(), image.width(), CV_8UC4, image.bits(),
            std::size_t(image.bytesPerLine())};
}

/// For reading only: constBits() does not detach the shared image.
cv::Mat wrapped(const QImage& image)
{
    return {image.height(), image.width(), CV_8UC4, const_cast<uchar*>(image.constBits()),
            std::size_t(image.bytesPerLine())};
}

/// The device pixels of one axis whose centres lie in [from, to) of the photo.
std::pair<int, int> pixelsBetween(double from, double to, double photo, int scaled)
{
    const auto edge = [&](double position) {
        return int(std::ceil(position * scaled / photo - 0.5));
    };
    return {from <= 0 ? 0 : edge(from), to >= photo ? scaled : edge(to)};
}

} // namespace

void ScreenLayer::setScale(const PyramidGeometry& geometry, QSize scaled, int level)
{
    if (scaled == scaled_ && level == level_ && geometry.photoSize() == geometry_.photoSize())
        return;
    geometry_ = geometry;
    scaled_ = scaled;
    level_ = level;
    cells_.clear();
}

void ScreenLayer::invalidate()
{
    for (auto& [position, cell] : cells_)
        cell.current = false;
}

void ScreenLayer::invalidate(const QRectF& photoArea)
{
    if (geometry_.photoSize().isEmpty())
        return;
    const double sx = double(scaled_.width()) / geometry_.photoSize().width();
    const double sy = double(scaled_.height()) / geometry_.photoSize().height();
    const QRect changed = QRectF(photoArea.x() * sx, photoArea.y() * sy, photoArea.width() * sx,
                                 photoArea.height() * sy)
                              .toAlignedRect()
                              .adjusted(-1, -1, 1, 1);
    for (auto& [position, cell] : cells_)
        if (cellRect(position).intersects(changed))
            cell.current = false;
}

void ScreenLayer::paint(QPainter& painter, QPoint origin, const QRect& area, const Tile& base,
                        const TileFinder& find)
{
    const QRect wanted = area.translated(-origin) & QRect(QPoint(0, 0), scaled_);
    if (wanted.isEmpty())
        return;
    std::vector<Plan> plans;
    std::vector<CellPosition> shown;
    for (int row = wanted.top() / cellSize; row <= wanted.bottom() / cellSize; ++row) {
        for (int column = wanted.left() / cellSize; column <= wanted.right() / cellSize; ++column) {
            const CellPosition position{row, column};
            const QRect rect = cellRect(position);
            Cell& cell = cells_[position];
            if (cell.image.isNull())
                cell.image = QImage(rect.size(), QImage::Format_RGB32);
            if (!cell.current)
                plans.push_back({&cell.image, rect, tilesFor(rect, base, find)});
            cell.current = true;
            shown.push_back(position);
        }
    }
    cv::parallel_for_(cv::Range(0, int(plans.size())), [&](const cv::Range& range) {
        for (int i = range.start; i < range.end; ++i)
            compose(plans[std::size_t(i)]);
    });
    for (const CellPosition& position : shown) {
        const QRect rect = cellRect(position);
        const QRect part = rect & wanted;
        painter.drawImage(part.topLeft() + origin, cells_[position].image,
                          part.translated(-rect.topLeft()));
    }
}

void ScreenLayer::trim(const QRect& kept)
{
    const QRect near = kept.adjusted(-cellSize, -cellSize, cellSize, cellSize);
    std::erase_if(cells_,
                  [&](const auto& entry) { return !cellRect(entry.first).intersects(near); });
}

QRect ScreenLayer::cellRect(const CellPosition& position) const
{
    return QRect(position.second * cellSize, position.first * cellSize, cellSize, cellSize) &
           QRect(QPoint(0, 0), scaled_);
}

std::vector<Tile> ScreenLayer::tilesFor(const QRect& rect, const Tile& base,
                                        const TileFinder& find) const
{
    const double sx = double(geometry_.photoSize().width()) / scaled_.width();
    const double sy = double(geometry_.photoSize().height()) / scaled_.height();
    const QRectF area(rect.x() * sx, rect.y() * sy, rect.width() * sx, rect.height() * sy);
    const auto ready = [&](int level, bool& complete) {
        std::vector<Tile> tiles;
        complete = true;
        for (const TileIndex& index : geometry_.tilesIn(level, area)) {
            if (const Tile* tile = find(index))
                tiles.push_back(*tile);
            else
                complete = false;
        }
        return tiles;
    };

    bool complete = false;
    std::vector<Tile> fine = ready(level_, complete);
    if (complete)
        return fine;
    // Stand-ins: the whole photo, then every coarser level that is there, then the finer one that
    // was on screen before zooming out.
    std::vector<Tile> tiles{base};
    std::vector<int> levels;
    for (int level = geometry_.levelCount() - 2; level > level_; --level)
        levels.push_back(level);
    if (level_ > 0)
        levels.push_back(level_ - 1);
    for (const int level : levels) {
        const std::vector<Tile> some = ready(level, complete);
        tiles.insert(tiles.end(), some.begin(), some.end());
    }
    tiles.insert(tiles.end(), fine.begin(), fine.end());
    return tiles;
}

void ScreenLayer::compose(const Plan& plan) const
{
    for (const Tile& tile : plan.tiles)
        if (!tile.isNull())
            draw(tile, plan);
}

void ScreenLayer::draw(const Tile& tile, const Plan& plan) const
{
    const QSize photo = geometry_.photoSize();
    const auto [x0, x1] =
        pixelsBetween(tile.area.left(), tile.area.right(), photo.width(), scaled_.width());
    const auto [y0, y1] =
        pixelsBetween(tile.area.top(), tile.area.bottom(), photo.height(), scaled_.height());
    const QRect target = QRect(QPoint(x0, y0), QPoint(x1 - 1, y1 - 1)) & plan.rect;
    if (target.isEmpty())
        return;
    cv::Mat cell = wrapped(*plan.image);
    cv::Mat out = cell(cv::Rect(target.x() - plan.rect.x(), target.y() - plan.rect.y(),
                                target.width(), target.height()));
    const cv::Mat in = wrapped(tile.image);

    // Pixel centres of the target in the tile's pixels.
    const double stepX = photo.width() / (scaled_.width() * tile.pixel.width());
    const double stepY = photo.height() / (scaled_.height() * tile.pixel.height());
    const double startX = (target.x() + 0.5) * stepX - tile.origin.x() - 0.5;
    const double startY = (target.y() + 0.5) * stepY - tile.origin.y() - 0.5;
    if (stepX == 1 && stepY == 1 && startX == std::floor(startX) && startY == std::floor(startY)) {
        in(cv::Rect(int(startX), int(startY), target.width(), target.height())).copyTo(out);
        return;
    }
    // From 500 % on the photo's own pixels are what is looked at.
    const bool pixelated = tile.pixel.width() == 1 && stepX <= 0.2;
    const cv::Matx23d toTile(stepX, 0, startX, 0, stepY, startY);
    cv::warpAffine(in, out, toTile, out.size(),
                   (pixelated ? cv::INTER_NEAREST : cv::INTER_LINEAR) | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
}

} // namespace autochrome
