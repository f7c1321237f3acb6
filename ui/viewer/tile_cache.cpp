#include "ui/viewer/tile_cache.h"

#include <QHashFunctions>
#include <iterator>

namespace autochrome {

std::size_t TileKeyHash::operator()(const TileKey& key) const noexcept
{
    return qHashMulti(0, key.picture, key.index.level, key.index.column, key.index.row);
}

void TileCache::setByteLimit(qsizetype bytes)
{
    limit_ = bytes;
    shrink();
}

void TileCache::insert(const TileKey& key, Tile tile)
{
    if (const auto found = index_.find(key); found != index_.end())
        erase(found->second);
    bytes_ += tile.image.sizeInBytes();
    entries_.emplace_front(key, std::move(tile));
    index_.emplace(key, entries_.begin());
    shrink();
}

const Tile* TileCache::find(const TileKey& key)
{
    const auto found = index_.find(key);
    if (found == index_.end())
        return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->second;
}

void TileCache::removePicture(PictureId picture)
{
    for (auto entry = entries_.begin(); entry != entries_.end();) {
        const auto next = std::next(entry);
        if (entry->first.picture == picture)
            erase(entry);
        entry = next;
    }
}

void TileCache::clear()
{
    entries_.clear();
    index_.clear();
    bytes_ = 0;
}

void TileCache::erase(Entries::iterator entry)
{
    bytes_ -= entry->second.image.sizeInBytes();
    index_.erase(entry->first);
    entries_.erase(entry);
}

void TileCache::shrink()
{
    while (bytes_ > limit_ && entries_.size() > 1)
        erase(std::prev(entries_.end()));
}

} // namespace autochrome
