// What a person changes in the queue, from whichever program.

#include "core/queue/journal/journal_private.h"

#include <array>

namespace autochrome::inline queue {
namespace {

// A job that begins anew keeps nothing of its last attempt but how many there were.
const std::string anew =
    ", stage = 0, target = NULL, error_code = NULL, error_text = NULL, error_detail = NULL, "
    "reason = NULL, warnings = NULL, result = NULL, result_sha256 = NULL, finished = 0, "
    "sudden_ends = 0";

constexpr std::array unfinished{JobState::Waiting, JobState::Running, JobState::Paused};

} // namespace

std::int64_t Journal::Impl::changeStates(std::span<const JobId> jobs,
                                         std::initializer_list<JobState> from, JobState to,
                                         const std::string& also)
{
    std::int64_t changed = 0;
    change([&] {
        const std::vector<JobState> states(from);
        SQLite::Statement update(database, "UPDATE job SET state = ?1" + also +
                                               " WHERE id = ?2 AND state IN (" + listOf(states) +
                                               ")");
        for (const JobId job : jobs) {
            update.reset();
            update.bind(1, int(to));
            update.bind(2, job);
            changed += update.exec();
        }
    });
    return changed;
}

Result<void> Journal::setPaused(BatchId batch, bool paused)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement update(impl_->database, "UPDATE batch SET paused = ? WHERE id = ?");
        update.bind(1, int(paused));
        update.bind(2, batch);
        if (update.exec() == 0)
            throw NoSuchEntry{batch};
    });
}

Result<void> Journal::setPriority(BatchId batch, int priority)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement update(impl_->database, "UPDATE batch SET priority = ? WHERE id = ?");
        update.bind(1, priority);
        update.bind(2, batch);
        if (update.exec() == 0)
            throw NoSuchEntry{batch};
    });
}

Result<void> Journal::setWatched(BatchId batch, const std::filesystem::path& folder)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement update(impl_->database, "UPDATE batch SET watched = ? WHERE id = ?");
        bindPath(update, 1, folder);
        update.bind(2, batch);
        if (update.exec() == 0)
            throw NoSuchEntry{batch};
    });
}

Result<std::int64_t> Journal::pause(std::span<const JobId> jobs)
{
    return guarded(impl_->path, [&] {
        return impl_->changeStates(jobs, {JobState::Waiting}, JobState::Paused, {});
    });
}

Result<std::int64_t> Journal::resume(std::span<const JobId> jobs)
{
    return guarded(impl_->path, [&] {
        return impl_->changeStates(jobs, {JobState::Paused, JobState::Cancelled}, JobState::Waiting,
                                   anew);
    });
}

Result<std::int64_t> Journal::cancel(std::span<const JobId> jobs)
{
    return guarded(impl_->path, [&] {
        return impl_->changeStates(jobs, {JobState::Waiting, JobState::Paused, JobState::Running},
                                   JobState::Cancelled,
                                   ", finished = " + std::to_string(millisecondsNow()));
    });
}

Result<std::int64_t> Journal::retry(std::span<const JobId> jobs)
{
    return guarded(impl_->path, [&] {
        return impl_->changeStates(jobs, {JobState::Failed, JobState::Cancelled, JobState::Skipped},
                                   JobState::Waiting, anew);
    });
}

Result<std::int64_t> Journal::retryFailed(BatchId batch)
{
    return guarded(impl_->path, [&] {
        SQLite::Statement update(impl_->database,
                                 "UPDATE job SET state = ?1" + anew +
                                     " WHERE state = ?2 AND (?3 = 0 OR batch = ?3)");
        update.bind(1, int(JobState::Waiting));
        update.bind(2, int(JobState::Failed));
        update.bind(3, batch);
        return std::int64_t(update.exec());
    });
}

Result<void> Journal::move(std::span<const JobId> jobs, JobId before)
{
    return guarded(impl_->path, [&] {
        if (jobs.empty())
            return;
        impl_->change([&] {
            SQLite::Statement owner(impl_->database, "SELECT batch FROM job WHERE id = ?");
            owner.bind(1, jobs.front());
            if (!owner.executeStep())
                throw NoSuchEntry{jobs.front()};
            const std::int64_t batch = owner.getColumn(0).getInt64();
            // Out of the way first, so that they are not their own neighbours; then everything
            // gets a whole number again. 100,000 rows take a fraction of a second.
            SQLite::Statement all(impl_->database,
                                  "SELECT id FROM job WHERE batch = ? ORDER BY position");
            all.bind(1, batch);
            std::vector<JobId> order;
            while (all.executeStep())
                order.push_back(all.getColumn(0).getInt64());
            std::erase_if(order, [&](JobId id) {
                return std::find(jobs.begin(), jobs.end(), id) != jobs.end();
            });
            const auto place =
                before == 0 ? order.end() : std::find(order.begin(), order.end(), before);
            if (before != 0 && place == order.end())
                throw NoSuchEntry{before};
            order.insert(place, jobs.begin(), jobs.end());
            SQLite::Statement update(impl_->database,
                                     "UPDATE job SET position = ?1 WHERE id = ?2 AND batch = ?3 "
                                     "AND position != ?1");
            for (std::size_t i = 0; i < order.size(); ++i) {
                update.reset();
                update.bind(1, double(i + 1));
                update.bind(2, order[i]);
                update.bind(3, batch);
                update.exec();
            }
        });
    });
}

Result<std::int64_t> Journal::clear(BatchId batch, bool all)
{
    return guarded(impl_->path, [&] {
        std::int64_t cleared = 0;
        impl_->change([&] {
            const std::vector<JobState> kept =
                all ? std::vector{JobState::Running}
                    : std::vector(unfinished.begin(), unfinished.end());
            SQLite::Statement remove(impl_->database,
                                     "DELETE FROM batch WHERE (id = ?1 OR (?1 = 0 AND "
                                     "(?2 OR length(watched) = 0))) AND NOT EXISTS("
                                     "SELECT 1 FROM job WHERE job.batch = batch.id AND state IN (" +
                                         listOf(kept) + "))");
            remove.bind(1, batch);
            remove.bind(2, int(all));
            cleared = remove.exec();
        });
        return cleared;
    });
}

} // namespace autochrome::inline queue
