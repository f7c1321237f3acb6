#pragma once

#include "core/edit/restoration.h"
#include "ui/viewer/pyramid_build.h"
#include "ui/viewer/screen_layer.h"
#include "ui/viewer/tile_cache.h"
#include "ui/viewer/tile_loader.h"
#include "ui/viewer/view_transform.h"

#include <QObject>
#include <memory>
#include <optional>
#include <variant>

namespace autochrome {

enum class Side { Before, After };

/// The two pictures that a view compares: the photo, and what a rendering makes of it or what an
/// earlier one left in a file. Makes what is looked at in the background, coarse first; an "after"
/// that replaces another appears only when all that is visible of it is ready, so nothing flickers
/// and nothing tears.
class ComparedPictures : public QObject
{
    Q_OBJECT

public:
    explicit ComparedPictures(QObject* parent = nullptr);
    ~ComparedPictures() override;

    void setPhoto(std::shared_ptr<const Photo> photo);
    /// The same photo with other tones. What is there stays until all that is visible of it has
    /// come, "after" along with it; one that is under way is finished, and of those that come
    /// meanwhile only the latest is taken. One of another size is another photo.
    void retone(std::shared_ptr<const Photo> photo);
    /// "After" is the photo coloured by a rendering of it; nothing, or one of another size: none.
    void setRendering(std::optional<Rendering> rendering);
    /// "After" is another photo's own pixels, upright; null, or one of another size: none.
    void setResult(std::shared_ptr<const Photo> result);
    bool hasPhoto() const { return photo_ != nullptr; }
    bool hasAfter() const { return shown_.has_value(); }
    QSize photoSize() const { return geometry_.photoSize(); }

    /// Says what is looked at: the visible part of the photo, at the transform's zoom.
    void look(const ViewTransform& transform);

    /// Whether there is anything of this side to paint yet.
    bool canPaint(Side side) const;
    /// Copies the part of a side that lies in `area` to the painter, whose unit is device pixels.
    void paint(QPainter& painter, Side side, QPoint origin, const QRect& area);

    /// Whether all that is visible is there in full detail, with the latest "after".
    bool isSettled() const;

Q_SIGNALS:
    /// Some of a side has changed (photo pixels).
    void changed(autochrome::Side side, const QRectF& photoArea);
    void settled();
    void afterShown(); ///< another one has come in the place of the last

private:
    /// What "after" is made of.
    using After = std::variant<Rendering, std::shared_ptr<const Photo>>;

    struct Picture
    {
        PictureId id = 0;
        After after;
        std::unique_ptr<PyramidBuild> build;         ///< of a result, null for a rendering
        std::shared_ptr<const ImagePyramid> pyramid; ///< of a result, null until built
        bool failed = false;                         ///< there was no memory for the pyramid
        Tile base; ///< the last level: the whole photo in one tile
    };

    Picture newPicture(After after);
    void setAfter(After after);
    void removeAfter();
    bool isLatest(const std::shared_ptr<const Photo>& result) const;
    Picture* find(PictureId id);
    void startPyramid();
    const std::shared_ptr<const Photo>& tonedPhoto() const;
    bool isOf(const Picture& picture, const std::shared_ptr<const Photo>& photo) const;
    bool isComplete(const Picture& picture) const;
    void showToned();
    void acceptPyramid(PictureId id, std::shared_ptr<const ImagePyramid> pyramid);
    void order();
    void append(std::vector<TileJob>& jobs, const Picture* picture, const TileIndex& index);
    void accept(const TileKey& key, const Tile& tile);
    bool isReady(PictureId picture) const;
    bool isReady(const Picture& picture) const { return picture.failed || isReady(picture.id); }
    void showComing();
    void promote();
    void announceSettled();
    QRectF wholePhoto() const { return {QPointF(0, 0), QSizeF(photoSize())}; }
    TileIndex lastLevel() const { return {geometry_.levelCount() - 1, 0, 0}; }

    std::shared_ptr<const Photo> photo_;
    PyramidGeometry geometry_;
    std::shared_ptr<const ImagePyramid> pyramid_; ///< null until built
    std::unique_ptr<PyramidBuild> build_;

    PictureId beforeId_ = 0;
    Tile beforeBase_;
    std::optional<Picture> toned_;           ///< replaces the photo once it is ready
    std::shared_ptr<const Photo> tonedNext_; ///< the latest of those that came meanwhile
    std::optional<Picture> shown_;
    std::optional<Picture> coming_;    ///< replaces shown_ once it is ready
    std::optional<After> afterComing_; ///< the latest of those that came meanwhile
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
