#include "ui/viewer/compared_pictures.h"

#include "ui/viewer/tile_maker.h"

#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr qsizetype cacheBytes = 256LL << 20;
constexpr qsizetype tileBytes =
    4LL * (PyramidGeometry::tileSize + 2) * (PyramidGeometry::tileSize + 2);

} // namespace

ComparedPictures::ComparedPictures(QObject* parent) : QObject(parent), cache_(cacheBytes)
{
    connect(&loader_, &TileLoader::tileReady, this, &ComparedPictures::accept);
    connect(&loader_, &TileLoader::idle, this, [this] {
        promote();
        announceSettled();
    });
}

ComparedPictures::~ComparedPictures()
{
    // The pool waits for what it runs: stop that first.
    build_.reset();
    toned_.reset();
    shown_.reset();
    coming_.reset();
}

void ComparedPictures::setPhoto(std::shared_ptr<const Photo> photo)
{
    build_.reset();
    loader_.forget();
    cache_.clear();
    beforeId_ = ++lastId_;
    pyramid_.reset();
    beforeBase_ = {};
    toned_.reset();
    tonedNext_.reset();
    shown_.reset();
    coming_.reset();
    afterComing_.reset();
    visible_ = {};
    if (photo && photo->pixels.empty())
        photo.reset();
    photo_ = std::move(photo);
    geometry_ = photo_ ? PyramidGeometry(QSize(photo_->pixels.cols, photo_->pixels.rows))
                       : PyramidGeometry();
    // Even a photo of the same size must not show cells of the last one.
    before_ = {};
    after_ = {};
    announced_ = false;
    if (photo_)
        startPyramid();
}

void ComparedPictures::startPyramid()
{
    build_ = std::make_unique<PyramidBuild>(
        photo_, loader_.pool(), this,
        [this](const Tile& preview) {
            beforeBase_ = preview;
            before_.invalidate();
            Q_EMIT changed(Side::Before, wholePhoto());
        },
        [this](std::shared_ptr<const ImagePyramid> pyramid) {
            pyramid_ = std::move(pyramid);
            order();
        });
}

ComparedPictures::Picture ComparedPictures::newPicture(After after)
{
    Picture picture;
    picture.id = ++lastId_;
    picture.after = std::move(after);
    if (const auto* result = std::get_if<std::shared_ptr<const Photo>>(&picture.after))
        picture.build = std::make_unique<PyramidBuild>(
            *result, loader_.pool(), this, PyramidBuild::Preview(),
            [this, id = picture.id](std::shared_ptr<const ImagePyramid> pyramid) {
                acceptPyramid(id, std::move(pyramid));
            });
    return picture;
}

ComparedPictures::Picture* ComparedPictures::find(PictureId id)
{
    for (auto* candidate : {&shown_, &coming_, &toned_})
        if (*candidate && (*candidate)->id == id)
            return &**candidate;
    return nullptr;
}

void ComparedPictures::acceptPyramid(PictureId id, std::shared_ptr<const ImagePyramid> pyramid)
{
    Picture* picture = find(id);
    if (!picture)
        return;
    // One that failed counts as ready, or what replaces it would wait for ever.
    picture->failed = !pyramid;
    picture->pyramid = std::move(pyramid);
    order();
}

void ComparedPictures::setRendering(std::optional<Rendering> rendering)
{
    if (rendering && photo_ && rendering->size() == photo_->pixels.size())
        setAfter(std::move(*rendering));
    else
        removeAfter();
}

void ComparedPictures::setResult(std::shared_ptr<const Photo> result)
{
    if (!result || !photo_ || result->pixels.size() != photo_->pixels.size())
        removeAfter();
    else if (!isLatest(result)) // its pyramid is not built twice
        setAfter(std::move(result));
}

bool ComparedPictures::isLatest(const std::shared_ptr<const Photo>& result) const
{
    const After* latest = nullptr;
    if (afterComing_)
        latest = &*afterComing_;
    else if (coming_)
        latest = &coming_->after;
    else if (shown_)
        latest = &shown_->after;
    const auto* photo = latest ? std::get_if<std::shared_ptr<const Photo>>(latest) : nullptr;
    return photo && *photo == result;
}

void ComparedPictures::setAfter(After after)
{
    announced_ = false;
    if (!shown_) {
        shown_ = newPicture(std::move(after));
        after_.invalidate();
    } else if (coming_) {
        // One that is under way is finished, or a slider in motion would never show anything.
        afterComing_ = std::move(after);
    } else {
        coming_ = newPicture(std::move(after));
    }
    order();
}

void ComparedPictures::removeAfter()
{
    announced_ = false;
    for (const auto* picture : {&shown_, &coming_})
        if (*picture)
            cache_.removePicture((*picture)->id);
    shown_.reset();
    coming_.reset();
    afterComing_.reset();
    after_.invalidate();
    Q_EMIT changed(Side::After, wholePhoto());
    order();
}

void ComparedPictures::look(const ViewTransform& transform)
{
    const QRect seen = transform.visibleRect();
    const QRect whole = transform.photoRect();
    level_ = geometry_.levelFor(transform.zoom());
    if (!photo_ || seen.isEmpty()) {
        visible_ = {};
    } else {
        const double sx = double(photoSize().width()) / whole.width();
        const double sy = double(photoSize().height()) / whole.height();
        const QRect part = seen.translated(-whole.topLeft());
        visible_ = {part.x() * sx, part.y() * sy, part.width() * sx, part.height() * sy};
        for (ScreenLayer* layer : {&before_, &after_}) {
            layer->setScale(geometry_, whole.size(), level_);
            layer->trim(part);
        }
    }
    announced_ = false;
    order();
}

void ComparedPictures::append(std::vector<TileJob>& jobs, const Picture* picture,
                              const TileIndex& index)
{
    const TileKey key{picture ? picture->id : beforeId_, index};
    if (cache_.find(key)) // and so it counts as used
        return;
    const Rendering* rendering = picture ? std::get_if<Rendering>(&picture->after) : nullptr;
    if (rendering) {
        const bool isToned = toned_ && isOf(*picture, tonedPhoto());
        if (const auto& pyramid = isToned ? toned_->pyramid : pyramid_)
            jobs.push_back({key, [pyramid, rendering = *rendering, index] {
                                return makeTile(*pyramid, index, rendering.recombiner());
                            }});
    } else if (const auto& pyramid = picture ? picture->pyramid : pyramid_) {
        jobs.push_back({key, [pyramid, index] { return makeTile(*pyramid, index); }});
    }
}

void ComparedPictures::order()
{
    if (!pyramid_)
        return;
    // The photo first, then the "after" that is to be seen.
    std::vector<const Picture*> pictures{toned_ ? &*toned_ : nullptr};
    if (shown_)
        pictures.push_back(coming_ ? &*coming_ : &*shown_);

    std::vector<TileJob> jobs;
    append(jobs, nullptr, lastLevel());
    for (const auto* picture : {&toned_, &shown_, &coming_})
        if (*picture && (*picture)->base.isNull())
            append(jobs, &**picture, lastLevel());

    auto tiles = geometry_.tilesIn(level_, visible_);
    const QPointF middle = visible_.center() / (double(PyramidGeometry::tileSize) * (1 << level_));
    std::stable_sort(tiles.begin(), tiles.end(), [&](const TileIndex& a, const TileIndex& b) {
        const auto distance = [&](const TileIndex& tile) {
            return std::hypot(tile.column + 0.5 - middle.x(), tile.row + 0.5 - middle.y());
        };
        return distance(a) < distance(b);
    });
    // Both sides of the view and what lies around it, or eviction would chase loading.
    cache_.setByteLimit(std::max(cacheBytes, qsizetype(tiles.size()) * 8 * tileBytes));
    for (const Picture* picture : pictures)
        for (const TileIndex& tile : tiles)
            append(jobs, picture, tile);
    // Then half a view further on each side, for panning.
    const QRectF around = visible_.adjusted(-visible_.width() / 2, -visible_.height() / 2,
                                            visible_.width() / 2, visible_.height() / 2);
    for (const Picture* picture : pictures)
        for (const TileIndex& tile : geometry_.tilesIn(level_, around))
            if (std::find(tiles.begin(), tiles.end(), tile) == tiles.end())
                append(jobs, picture, tile);
    loader_.want(std::move(jobs));
    promote();
    announceSettled();
}

void ComparedPictures::accept(const TileKey& key, const Tile& tile)
{
    Picture* picture = find(key.picture);
    if (!picture && key.picture != beforeId_)
        return;

    cache_.insert(key, tile);
    const bool isBase = key.index == lastLevel();
    const QRectF area = isBase ? wholePhoto() : tile.area;
    if (!picture) {
        if (isBase)
            beforeBase_ = tile;
        before_.invalidate(area);
        Q_EMIT changed(Side::Before, area);
    } else {
        if (isBase)
            picture->base = tile;
        if (shown_ && picture == &*shown_) {
            after_.invalidate(area);
            Q_EMIT changed(Side::After, area);
        }
    }
    promote();
    announceSettled();
}

bool ComparedPictures::isReady(PictureId picture) const
{
    const auto tiles = geometry_.tilesIn(level_, visible_);
    return std::all_of(tiles.begin(), tiles.end(), [&](const TileIndex& index) {
        const TileKey key{picture, index};
        return cache_.contains(key) || loader_.hasFailed(key);
    });
}

bool ComparedPictures::isComplete(const Picture& picture) const
{
    const bool failed = picture.failed || loader_.hasFailed({picture.id, lastLevel()});
    return isReady(picture) && (failed || !picture.base.isNull());
}

void ComparedPictures::promote()
{
    if (toned_) {
        // The two sides change together.
        const bool isWaitedFor = coming_ && isOf(*coming_, tonedPhoto());
        if (isComplete(*toned_) && (!isWaitedFor || isComplete(*coming_)))
            showToned();
    } else if (coming_ && isComplete(*coming_)) {
        showComing();
    }
}

void ComparedPictures::showComing()
{
    cache_.removePicture(shown_->id);
    shown_ = std::move(coming_);
    coming_.reset();
    after_.invalidate();
    if (afterComing_) {
        coming_ = newPicture(std::move(*afterComing_));
        afterComing_.reset();
    }
    Q_EMIT changed(Side::After, wholePhoto());
    Q_EMIT afterShown();
    order();
}

bool ComparedPictures::isSettled() const
{
    if (!photo_)
        return true;
    return pyramid_ && !toned_ && !coming_ && isReady(beforeId_) && (!shown_ || isReady(*shown_));
}

void ComparedPictures::announceSettled()
{
    if (announced_ || !isSettled())
        return;
    announced_ = true;
    Q_EMIT settled();
}

bool ComparedPictures::canPaint(Side side) const
{
    return side == Side::Before ? !beforeBase_.isNull() : shown_ && !shown_->base.isNull();
}

void ComparedPictures::paint(QPainter& painter, Side side, QPoint origin, const QRect& area)
{
    const bool isBefore = side == Side::Before;
    const PictureId id = isBefore ? beforeId_ : shown_->id;
    (isBefore ? before_ : after_)
        .paint(painter, origin, area, isBefore ? beforeBase_ : shown_->base,
               [&](const TileIndex& index) {
                   return cache_.find({id, index});
               });
}

} // namespace autochrome
