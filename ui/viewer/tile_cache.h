#pragma once

#include "ui/viewer/image_pyramid.h"
#include "ui/viewer/tile.h"

#include <list>
#include <unordered_map>

namespace autochrome {

/// Which picture of the photo a tile belongs to: 0 is the photo as it is, every other number one
/// rendering or result.
using PictureId = int;

struct TileKey
{
    PictureId picture = 0;
    TileIndex index;

    bool operator==(const TileKey&) const = default;
};

struct TileKeyHash
{
    std::size_t operator()(const TileKey& key) const noexcept;
};

/// Ready tiles, the least recently used forgotten first once they hold more bytes than allowed.
class TileCache
{
public:
    explicit TileCache(qsizetype byteLimit) : limit_(byteLimit) {}

    void setByteLimit(qsizetype bytes);
    qsizetype byteLimit() const { return limit_; }
    qsizetype byteCount() const { return bytes_; }
    int count() const { return int(entries_.size()); }

    /// Adds or replaces a tile. One tile is kept even if it alone is over the limit.
    void insert(const TileKey& key, Tile tile);
    /// The tile, now the most recently used; null if absent. Valid until the cache changes.
    const Tile* find(const TileKey& key);
    bool contains(const TileKey& key) const { return index_.contains(key); }
    void removePicture(PictureId picture);
    void clear();

private:
    using Entries = std::list<std::pair<TileKey, Tile>>;

    void erase(Entries::iterator entry);
    void shrink();

    Entries entries_; ///< most recently used first
    std::unordered_map<TileKey, Entries::iterator, TileKeyHash> index_;
    qsizetype limit_;
    qsizetype bytes_ = 0;
};

} // namespace autochrome
