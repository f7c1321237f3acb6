#pragma once

#include "core/edit/restoration.h"
#include "ui/viewer/screen_layer.h"
#include "ui/viewer/tile_cache.h"
#include "ui/viewer/tile_loader.h"
#include "ui/viewer/view_transform.h"

#include <QObject>
#include <memory>
#include <optional>

namespace autochrome {

enum class Side { Before, After };

/// The two pictures that a view compares: the photo, and what a rendering makes of it. Makes what
/// is looked at in the background, coarse first; a rendering that replaces another appears only
/// when all that is visible of it is ready, so nothing flickers and nothing tears.
class ComparedPictures : public QObject
{
    Q_OBJECT

public:
    explicit ComparedPictures(QObject* parent = nullptr);
    ~ComparedPictures() override;

    void setPhoto(std::shared_ptr<const Photo> photo);
    void setRendering(std::optional<Rendering> rendering);
    bool hasPhoto() const { return photo_ != nullptr; }
    bool hasRendering() const { return shown_.has_value(); }
    QSize photoSize() const { return geometry_.photoSize(); }

    /// Says what is looked at: the visible part of the photo, at the transform's zoom.
    void look(const ViewTransform& transform);

    /// Whether there is anything of this side to paint yet.
    bool canPaint(Side side) const;
    /// Copies the part of a side that lies in `area` to the painter, whose unit is device pixels.
    void paint(QPainter& painter, Side side, QPoint origin, const QRect& area);

    /// Whether all that is visible is there in full detail, in the latest rendering.
    bool isSettled() const;

Q_SIGNALS:
    /// Some of a side has changed (photo pixels).
    void changed(autochrome::Side side, const QRectF& photoArea);
    void settled();

private:
    struct Picture
    {
        PictureId id = 0;
        Rendering rendering;
        Tile base; ///< the last level: the whole photo in one tile
    };

    Picture newPicture(Rendering rendering);
    void startPyramid();
    void order();
    void append(std::vector<TileJob>& jobs, const Picture* picture, const TileIndex& index);
    void accept(const TileKey& key, const Tile& tile);
    bool isReady(PictureId picture) const;
    void promote();
    void announceSettled();
    QRectF wholePhoto() const { return {QPointF(0, 0), QSizeF(photoSize())}; }
    TileIndex lastLevel() const { return {geometry_.levelCount() - 1, 0, 0}; }

    std::shared_ptr<const Photo> photo_;
    PyramidGeometry geometry_;
    std::shared_ptr<const ImagePyramid> pyramid_; ///< null until built
    std::shared_ptr<std::atomic<bool>> cancelled_;

    Tile beforeBase_;
    std::optional<Picture> shown_;
    std::optional<Picture> coming_;        ///< replaces shown_ once it is ready
    std::optional<Rendering> afterComing_; ///< the latest of those that came meanwhile
    PictureId lastId_ = 0;

    int level_ = 0;
    QRectF visible_; ///< photo pixels
    bool announced_ = false;

    ScreenLayer before_;
    ScreenLayer after_;
    TileCache cache_;
    TileLoader loader_; ///< last: ends its threads first
};

} // namespace autochrome
