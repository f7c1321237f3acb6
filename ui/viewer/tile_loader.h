#pragma once

#include "ui/viewer/tile_cache.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <unordered_set>
#include <vector>

namespace autochrome {

/// A tile to be made; `make` runs on a worker's thread and holds all that it needs.
struct TileJob
{
    TileKey key;
    std::function<Tile()> make;
};

/// Makes tiles on a pool of threads, most wanted first. What is wanted is said anew whenever the
/// view changes: jobs that are no longer wanted are dropped before they start.
class TileLoader : public QObject
{
    Q_OBJECT

public:
    explicit TileLoader(QObject* parent = nullptr);
    /// Waits for the jobs that run.
    ~TileLoader() override;

    /// Replaces what is wanted. Jobs that run already go on and are not started twice; those that
    /// failed are not tried again before forget().
    void want(std::vector<TileJob> jobs);
    /// Drops everything; results of running jobs are not delivered.
    void forget();
    bool isIdle() const { return running_.empty() && next_ >= wanted_.size(); }
    bool hasFailed(const TileKey& key) const { return failed_.contains(key); }

    /// For other work in the background, before any tile.
    QThreadPool& pool() { return pool_; }

Q_SIGNALS:
    void tileReady(const autochrome::TileKey& key, const autochrome::Tile& tile);
    void idle();

private:
    void startJobs();
    void finish(int generation, const TileKey& key, const Tile& tile);

    std::vector<TileJob> wanted_;
    std::size_t next_ = 0;
    std::unordered_set<TileKey, TileKeyHash> running_;
    std::unordered_set<TileKey, TileKeyHash> failed_;
    int generation_ = 0;
    QThreadPool pool_; ///< last: its threads end before the rest goes
};

} // namespace autochrome
