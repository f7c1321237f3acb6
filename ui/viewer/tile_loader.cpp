#include "ui/viewer/tile_loader.h"

#include <QLoggingCategory>
#include <QThread>
#include <algorithm>
#include <exception>

namespace autochrome {

namespace {

Q_LOGGING_CATEGORY(viewerLog, "autochrome.viewer")

/// A tile that cannot be made (out of memory, say) stays empty; the view shows a coarser one.
Tile madeBy(const TileJob& job)
{
    try {
        return job.make();
    } catch (const std::exception& problem) {
        qCWarning(viewerLog, "tile %d/%d/%d: %s", job.key.index.level, job.key.index.column,
                  job.key.index.row, problem.what());
    }
    return {};
}

} // namespace

TileLoader::TileLoader(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    pool_.setThreadPriority(QThread::LowPriority);
}

TileLoader::~TileLoader()
{
    forget();
    pool_.clear();
    pool_.waitForDone();
}

void TileLoader::want(std::vector<TileJob> jobs)
{
    wanted_ = std::move(jobs);
    next_ = 0;
    startJobs();
}

void TileLoader::forget()
{
    wanted_.clear();
    next_ = 0;
    running_.clear();
    failed_.clear();
    ++generation_;
}

void TileLoader::startJobs()
{
    while (int(running_.size()) < pool_.maxThreadCount() && next_ < wanted_.size()) {
        TileJob& job = wanted_[next_++];
        if (running_.contains(job.key) || failed_.contains(job.key))
            continue;
        running_.insert(job.key);
        pool_.start([this, generation = generation_, job = std::move(job)] {
            Tile tile = madeBy(job);
            QMetaObject::invokeMethod(
                this,
                [this, generation, key = job.key, tile = std::move(tile)] {
                    finish(generation, key, tile);
                },
                Qt::QueuedConnection);
        });
    }
}

void TileLoader::finish(int generation, const TileKey& key, const Tile& tile)
{
    if (generation != generation_)
        return;
    running_.erase(key);
    if (tile.isNull())
        failed_.insert(key);
    startJobs();
    if (!tile.isNull())
        Q_EMIT tileReady(key, tile);
    if (isIdle())
        Q_EMIT idle();
}

} // namespace autochrome
