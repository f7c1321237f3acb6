#include "core/queue/journal/journal_steering.h"

#include "core/queue/journal/journal_file.h"
#include "core/queue/journal/journal_row.h"

#include <algorithm>
#include <array>
#include <vector>

namespace autochrome::inline queue {
namespace {

// A job that begins anew keeps nothing of its last attempt but how many there were.
const std::string anew =
    ", stage = 0, target = NULL, error_code = NULL, error_text = NULL, error_detail = NULL, "
    "reason = NULL, warnings = NULL, result = NULL, result_sha256 = NULL, finished = 0, "
    "sudden_ends = 0";

constexpr std::array unfinished{JobState::Waiting, JobState::Running, JobState::Paused};

// Moves jobs from one of the states to another; all else is reset by `also` (", a = b").
std::int64_t changeStates(JournalFile& file, std::span<const JobId> jobs,
                          std::initializer_list<JobState> from, JobState to,
                          const std::string& also)
{
    std::int64_t changed = 0;
    file.change([&] {
        const std::vector<JobState> states(from);
        SQLite::Statement update(file.database(), "UPDATE job SET state = ?1" + also +
                                                      " WHERE id = ?2 AND state IN (" +
                                                      listOf(states) + ")");
        for (const JobId job : jobs) {
            update.reset();
            update.bind(1, int(to));
            update.bind(2, job);
            changed += update.exec();
        }
    });
    return changed;
}

} // namespace

JournalSteering::JournalSteering(std::shared_ptr<JournalFile> file) : file_(std::move(file)) {}

Result<void> JournalSteering::setPaused(BatchId batch, bool paused)
{
    return file_->guarded([&] {
        SQLite::Statement update(file_->database(), "UPDATE batch SET paused = ? WHERE id = ?");
        update.bind(1, int(paused));
        update.bind(2, batch);
        if (update.exec() == 0)
            throw NoSuchEntry{batch};
    });
}

Result<void> JournalSteering::setPriority(BatchId batch, int priority)
{
    return file_->guarded([&] {
        SQLite::Statement update(file_->database(), "UPDATE batch SET priority = ? WHERE id = ?");
        update.bind(1, priority);
        update.bind(2, batch);
        if (update.exec() == 0)
            throw NoSuchEntry{batch};
    });
}

Result<void> JournalSteering::setWatched(BatchId batch, const std::filesystem::path& folder)
{
    return file_->guarded([&] {
        SQLite::Statement update(file_->database(), "UPDATE batch SET watched = ? WHERE id = ?");
        bindPath(update, 1, folder);
        update.bind(2, batch);
        if (update.exec() == 0)
            throw NoSuchEntry{batch};
    });
}

Result<std::int64_t> JournalSteering::pause(std::span<const JobId> jobs)
{
    return file_->guarded(
        [&] { return changeStates(*file_, jobs, {JobState::Waiting}, JobState::Paused, {}); });
}

Result<std::int64_t> JournalSteering::resume(std::span<const JobId> jobs)
{
    return file_->guarded([&] {
        return changeStates(*file_, jobs, {JobState::Paused, JobState::Cancelled},
                            JobState::Waiting, anew);
    });
}

Result<std::int64_t> JournalSteering::cancel(std::span<const JobId> jobs)
{
    return file_->guarded([&] {
        return changeStates(*file_, jobs, {JobState::Waiting, JobState::Paused, JobState::Running},
                            JobState::Cancelled,
                            ", finished = " + std::to_string(millisecondsNow()));
    });
}

Result<std::int64_t> JournalSteering::retry(std::span<const JobId> jobs)
{
    return file_->guarded([&] {
        return changeStates(*file_, jobs,
                            {JobState::Failed, JobState::Cancelled, JobState::Skipped},
                            JobState::Waiting, anew);
    });
}

Result<std::int64_t> JournalSteering::retryFailed(BatchId batch)
{
    return file_->guarded([&] {
        SQLite::Statement update(file_->database(),
                                 "UPDATE job SET state = ?1" + anew +
                                     " WHERE state = ?2 AND (?3 = 0 OR batch = ?3)");
        update.bind(1, int(JobState::Waiting));
        update.bind(2, int(JobState::Failed));
        update.bind(3, batch);
        return std::int64_t(update.exec());
    });
}

Result<void> JournalSteering::move(std::span<const JobId> jobs, JobId before)
{
    return file_->guarded([&] {
        if (jobs.empty())
            return;
        file_->change([&] {
            SQLite::Statement owner(file_->database(), "SELECT batch FROM job WHERE id = ?");
            owner.bind(1, jobs.front());
            if (!owner.executeStep())
                throw NoSuchEntry{jobs.front()};
            const std::int64_t batch = owner.getColumn(0).getInt64();
            // Out of the way first, so that they are not their own neighbours; then everything
            // gets a whole number again. 100,000 rows take a fraction of a second.
            SQLite::Statement all(file_->database(),
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
            SQLite::Statement update(file_->database(),
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

Result<std::int64_t> JournalSteering::clear(BatchId batch, bool all)
{
    return file_->guarded([&] {
        std::int64_t cleared = 0;
        file_->change([&] {
            const std::vector<JobState> kept =
                all ? std::vector{JobState::Running}
                    : std::vector(unfinished.begin(), unfinished.end());
            SQLite::Statement remove(file_->database(),
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
