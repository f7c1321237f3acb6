#pragma once

#include "core/photo/photo.h"
#include "core/photo/profile/colour_space.h"

#include <QPoint>
#include <QRect>
#include <QSize>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace autochrome {

/// One tile of one level.
struct TileIndex
{
    int level = 0; ///< 0: the photo itself; each further one is half of the one before
    int column = 0;
    int row = 0;

    bool operator==(const TileIndex&) const = default;
};

/// The sizes and tiles of a pyramid, known before any of its pixels. A pixel of level k covers
/// exactly 2^k x 2^k pixels of the photo (fewer at the right and bottom edge).
class PyramidGeometry
{
public:
    static constexpr int tileSize = 512; ///< pixels of the level; the last level is one tile

    PyramidGeometry() = default;
    explicit PyramidGeometry(QSize photo);

    QSize photoSize() const { return levels_.empty() ? QSize() : levels_.front(); }
    int levelCount() const { return int(levels_.size()); }
    QSize levelSize(int level) const { return levels_[std::size_t(level)]; }

    /// The coarsest level that is still at least as fine as the zoom (screen pixels per photo
    /// pixel).
    int levelFor(double zoom) const;
    /// The pixels of its level that a tile covers.
    QRect tileRect(const TileIndex& tile) const;
    /// The tiles of a level that touch an area of the photo (photo pixels), row by row.
    std::vector<TileIndex> tilesIn(int level, const QRectF& photoArea) const;

private:
    std::vector<QSize> levels_;
};

/// An upright photo at halved sizes, in its own pixel type: level 0 is the photo itself, without a
/// copy. Immutable once built.
class ImagePyramid
{
public:
    /// Builds every level (area averages; colours under alpha count by their opacity). Nothing if
    /// `cancelled` became true meanwhile. Runs for a few hundred milliseconds at 100 megapixels.
    static std::shared_ptr<const ImagePyramid> build(std::shared_ptr<const Photo> photo,
                                                     const std::atomic<bool>& cancelled);

    const Photo& photo() const { return *photo_; }
    const ColourSpace& space() const { return space_; }
    const PyramidGeometry& geometry() const { return geometry_; }
    const cv::Mat& level(int level) const { return levels_[std::size_t(level)]; }

private:
    ImagePyramid(std::shared_ptr<const Photo> photo, ColourSpace space);

    std::shared_ptr<const Photo> photo_;
    ColourSpace space_;
    PyramidGeometry geometry_;
    std::vector<cv::Mat> levels_;
};

/// Half of `source` in each direction (rounded up) by area averaging; CV_8U/CV_16U, 1, 3 or 4
/// channels (straight alpha).
cv::Mat halved(const cv::Mat& source);

} // namespace autochrome
