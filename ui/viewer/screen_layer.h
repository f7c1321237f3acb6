#pragma once

#include "ui/viewer/image_pyramid.h"
#include "ui/viewer/tile.h"

#include <QPainter>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace autochrome {

/// One picture of the photo at the size of the screen: cells of device pixels, composed from tiles
/// when they are first seen and afterwards only copied, so that panning and dragging cost no
/// scaling.
class ScreenLayer
{
public:
    static constexpr int cellSize = 256; ///< device pixels

    /// Finds a tile that is ready, or null.
    using TileFinder = std::function<const Tile*(const TileIndex& index)>;

    /// The photo is shown at `scaled` device pixels from tiles of `level`; cells of another size
    /// are forgotten.
    void setScale(const PyramidGeometry& geometry, QSize scaled, int level);

    /// Cells that show this part of the photo (photo pixels) are composed anew when next painted.
    void invalidate(const QRectF& photoArea);
    void invalidate();

    /// Copies the part of the photo inside `area` to the painter, whose unit is device pixels.
    /// @param origin  where the photo's top left corner is, same coordinates as `area`
    /// @param base    the whole photo, coarse; stands in where no tile is ready
    void paint(QPainter& painter, QPoint origin, const QRect& area, const Tile& base,
               const TileFinder& find);

    /// Forgets the cells that are further than a cell away from `kept` (scaled pixels).
    void trim(const QRect& kept);
    int cellCount() const { return int(cells_.size()); }

private:
    struct Cell
    {
        QImage image;
        bool current = false;
    };
    struct Plan
    {
        QImage* image;
        QRect rect;              ///< scaled pixels
        std::vector<Tile> tiles; ///< coarse to fine
    };
    using CellPosition = std::pair<int, int>; ///< row, column

    QRect cellRect(const CellPosition& position) const;
    std::vector<Tile> tilesFor(const QRect& rect, const Tile& base, const TileFinder& find) const;
    void compose(const Plan& plan) const;
    void draw(const Tile& tile, const Plan& plan) const;

    PyramidGeometry geometry_;
    QSize scaled_;
    int level_ = 0;
    std::map<CellPosition, Cell> cells_;
};

} // namespace autochrome
