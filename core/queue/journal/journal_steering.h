#pragma once

#include "core/queue/journal/journal_entries.h"

#include <memory>
#include <span>

namespace autochrome::inline queue {

class JournalFile;

/// What a person changes in the queue, from whichever program. A part of Journal, which says what
/// all calls have in common. Those of jobs return how many changed.
class JournalSteering
{
public:
    explicit JournalSteering(std::shared_ptr<JournalFile> file);

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

private:
    std::shared_ptr<JournalFile> file_;
};

} // namespace autochrome::inline queue
