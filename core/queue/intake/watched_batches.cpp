#include "core/queue/intake/watched_batches.h"
#include "core/base/text.h"

#include <algorithm>

namespace autochrome::inline queue {
namespace {

FolderWatch watchFor(const Batch& batch)
{
    WalkFilter filter;
    filter.leftOut = batch.settings.folder;
    return {batch.watched, std::move(filter)};
}

} // namespace

WatchedBatches::WatchedBatches(std::shared_ptr<JournalThread> journal)
    : journal_(std::move(journal))
{
}

Result<std::vector<Batch>> WatchedBatches::watchedBatches()
{
    auto batches = journal_->ask([](Journal& j) { return j.batches(); }).get();
    if (batches)
        std::erase_if(*batches, [](const Batch& batch) { return batch.watched.empty(); });
    return batches;
}

// Results of this queue that lie among the photos are left out, or they would be coloured again and
// again where done photos are wanted too (BatchSettings::skipOwn).
Result<std::int64_t> WatchedBatches::addNew(BatchId batch, const std::vector<FoundPhoto>& photos)
{
    if (photos.empty())
        return 0;
    std::vector<NewJob> jobs;
    jobs.reserve(photos.size());
    for (const FoundPhoto& photo : photos)
        jobs.push_back({photo.path, photo.root, photo.size, photo.modified});
    return journal_
        ->ask([&](Journal& j) -> Result<std::int64_t> {
            const auto unknown = j.newTo(batch, jobs);
            if (!unknown)
                return tl::make_unexpected(unknown.error());
            return unknown->empty() ? Result<std::int64_t>(0) : j.addJobs(batch, *unknown);
        })
        .get();
}

// How many were added. Fails only with Cancelled; all else becomes a problem.
Result<std::int64_t> WatchedBatches::lookInto(const Batch& batch, std::vector<Error>& problems,
                                              const Progress& progress)
{
    auto found = watches_.find(batch.id);
    if (found == watches_.end())
        found = watches_.emplace(batch.id, Watch{batch.watched, watchFor(batch)}).first;
    Watch& watch = found->second;
    const auto photos = watch.folder.look(progress);
    std::vector<Error> met = watch.folder.problems();
    std::int64_t added = 0;
    if (!photos) {
        if (photos.error().code == ErrorCode::Cancelled)
            return tl::make_unexpected(photos.error());
        met.push_back(photos.error());
    } else if (const auto kept = addNew(batch.id, *photos); kept) {
        added = *kept;
    } else {
        met.push_back(kept.error());
        // It takes them for done with; a new watch finds them again.
        watch.folder = watchFor(batch);
    }
    std::vector<Message> told;
    for (Error& problem : met) {
        told.push_back(problem.message);
        if (std::ranges::find(watch.told, problem.message) == watch.told.end())
            problems.push_back(std::move(problem));
    }
    watch.told = std::move(told);
    return added;
}

Result<WatchedLook> WatchedBatches::look(const Progress& progress)
{
    const std::lock_guard lock(mutex_);
    const auto batches = watchedBatches();
    if (!batches)
        return tl::make_unexpected(batches.error());
    // Of batches that were forgotten, or watch another folder now.
    std::erase_if(watches_, [&](const auto& entry) {
        return std::ranges::none_of(*batches, [&](const Batch& batch) {
            return batch.id == entry.first && batch.watched == entry.second.path;
        });
    });
    WatchedLook look;
    for (const Batch& batch : *batches) {
        const auto added = lookInto(batch, look.problems, progress);
        if (!added)
            return tl::make_unexpected(added.error());
        look.added += *added;
    }
    return look;
}

} // namespace autochrome::inline queue
