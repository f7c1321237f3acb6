#pragma once

#include "core/queue/batch_settings.h"
#include "core/queue/job.h"

#include <functional>
#include <map>
#include <memory>
#include <span>

namespace autochrome::inline queue {

/// Some photos that are worked on in the same way.
struct Batch
{
    BatchId id = 0;
    std::string name; ///< what the person calls it
    BatchSettings settings;
    int priority = 0; ///< higher goes first; batches of one priority in the order of adding
    bool paused = false;
    std::int64_t created = 0;           ///< milliseconds since 1970
    std::filesystem::path watched = {}; ///< folder whose new photos are added; empty: none
};

/// One photo to be added.
struct NewJob
{
    PhotoId source;             ///< absolute
    std::filesystem::path root; ///< folder it was found below, or empty
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds
};

/// One photo of the queue, in whatever state: an original.
struct QueueSource
{
    JobId id = 0;
    std::filesystem::path path;
    bool leavesOutResults = true; ///< its batch passes over what is a result of this program
};

/// Which jobs are asked for.
struct JobQuery
{
    BatchId batch = 0;                 ///< 0: of all
    std::vector<JobState> states = {}; ///< empty: all
    std::string containing = {}; ///< in the source's path, letters A-Z in any case; empty: all
    std::int64_t limit = -1;     ///< -1: all
    std::int64_t offset = 0;
};

/// What was found when a run began after one that was cut off.
struct Recovery
{
    std::int64_t waitingAgain = 0; ///< running jobs that wait again
    std::int64_t finished = 0;     ///< running jobs whose result was already there, whole
    std::int64_t givenUp = 0;      ///< running jobs that five crashes in a row had in common
};

/// The queue on disk: an SQLite file in WAL mode. Every change is committed to the disk before its
/// call returns, so a kill or a power cut at any moment loses nothing that was said to be done.
/// Several processes may have it open; each object belongs to one thread at a time (see
/// JournalThread). Errors of all calls: DiskFull, Corrupt (not a journal, or damaged), Unreadable,
/// WriteFailed, and Usage for ids that do not exist.
class Journal
{
public:
    /// Opens or makes it, with its folder, and brings an older schema up to date.
    static Result<Journal> open(const std::filesystem::path& path);

    /// Opens one that cannot be written to, as on a read-only disk, to look at it: as it is now,
    /// what an older version left too. Every change is refused (WriteFailed).
    static Result<Journal> openToLook(const std::filesystem::path& path);

    /// Where the queue of this person is: $AUTOCHROME_QUEUE, else
    /// $XDG_STATE_HOME/autochrome/queue.sqlite.
    static std::filesystem::path defaultPath();

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    const std::filesystem::path& path() const;
    /// Not if it was opened to look.
    bool canChange() const;

    // Filling and looking.
    Result<BatchId> addBatch(const std::string& name, const BatchSettings& settings,
                             int priority = 0);
    /// In one transaction; returns how many were added: a photo is in a batch only once.
    Result<std::int64_t> addJobs(BatchId batch, std::span<const NewJob> jobs);
    /// Those of the photos that are neither in the batch nor results of the queue, be it that one
    /// is only about to be written. Only looks.
    Result<std::vector<NewJob>> newTo(BatchId batch, std::span<const NewJob> photos);
    Result<std::vector<Batch>> batches();
    Result<Batch> batch(BatchId id);
    Result<Job> job(JobId id);
    /// In the order in which they are worked on.
    Result<std::vector<Job>> jobs(const JobQuery& query);
    Result<std::map<JobState, std::int64_t>> counts(BatchId batch = 0);
    /// The photos of all batches that were added after one; in the order of adding.
    Result<std::vector<QueueSource>> sourcesAfter(JobId last);
    /// Whether a file is the result of a photo of this batch.
    Result<bool> isResultOf(BatchId batch, const std::filesystem::path& file);

    // Steering. Those of jobs return how many changed.
    Result<void> setPaused(BatchId batch, bool paused);
    Result<void> setPriority(BatchId batch, int priority);
    /// The folder whose new photos are added (see WatchedBatches), absolute; empty: none any more.
    Result<void> setWatched(BatchId batch, const std::filesystem::path& folder);
    Result<std::int64_t> pause(std::span<const JobId> jobs);  ///< waiting -> paused
    Result<std::int64_t> resume(std::span<const JobId> jobs); ///< paused, cancelled -> waiting
    /// waiting, paused, running -> cancelled; whoever runs one sees it by isCancelled().
    Result<std::int64_t> cancel(std::span<const JobId> jobs);
    /// failed, cancelled, skipped -> waiting.
    Result<std::int64_t> retry(std::span<const JobId> jobs);
    /// Every failed job of a batch (0: of all) -> waiting.
    Result<std::int64_t> retryFailed(BatchId batch);
    /// Moves jobs of one batch, in the order given, before another of it; 0: to its end.
    Result<void> move(std::span<const JobId> jobs, JobId before);
    /// Forgets batches whose jobs have all ended (0: all such); nothing on disk but the journal
    /// changes. One that watches a folder has not ended: it is only forgotten by its number. With
    /// `all`, it and what waits are forgotten too; running jobs never.
    Result<std::int64_t> clear(BatchId batch, bool all = false);

    // Working; only the owner calls these.
    /// Running jobs of a process that is gone: done if `isResult` says of their reserved file that
    /// it is their whole result, else waiting again. One that was at hand at two crashes in a row
    /// is worked on last and alone, so that at further ones there is no other to be their cause;
    /// after five it is given up.
    /// @param crashed  that process came to its end by its own doing: not by a kill from outside,
    ///                 which says nothing about the photos
    Result<Recovery> recover(bool crashed,
                             const std::function<std::optional<WholeResult>(const Job&)>& isResult);
    /// The next waiting job, running from now on; none if all is done or paused (finding that
    /// locks nobody out), or while one is to be alone.
    Result<std::optional<Job>> claim();
    Result<void> setStage(JobId job, JobStage stage);
    /// Reserves the result's file: no other job gets the name. Under Overwrite::Rename a free name
    /// like it; under Skip TargetExists if there is a file; under Replace the name itself, unless
    /// another job of the queue has its result there.
    /// @param isTaken  for names that are not free although nothing in the journal or under them
    ///                 says so: originals, sidecars; asked within the transaction. May be empty.
    Result<std::filesystem::path>
    reserve(JobId job, const std::string& sourceSha256, const std::filesystem::path& wanted,
            Overwrite collision,
            const std::function<bool(const std::filesystem::path&)>& isTaken = {});
    /// Ends a job, unless it was cancelled meanwhile and is not Done.
    Result<void> finish(JobId job, const PhotoOutcome& outcome);
    /// A job that was begun waits again, as if it had not been.
    Result<void> putBack(JobId job);
    /// A job that was begun waits again behind all others of its batch; the attempt counts.
    Result<void> putLast(JobId job);
    Result<bool> isCancelled(JobId job);
    /// The done job of another batch with this source (and page of it), model and recipe, if its
    /// result is still there. Copies within one batch are all done: their folders would miss them.
    Result<std::optional<Job>> doneBefore(BatchId batch, const std::string& sourceSha256, int page,
                                          const std::string& modelSha256,
                                          const std::string& recipeJson);
    /// Another number after any other process changed something.
    Result<std::int64_t> version();

private:
    struct Impl;
    explicit Journal(std::unique_ptr<Impl> impl);
    static Result<void> waitAgain(Impl& impl, JobId job, bool attempted, bool crashed);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome::inline queue
