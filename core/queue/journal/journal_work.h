#pragma once

#include "core/queue/journal/journal_entries.h"

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace autochrome::inline queue {

class JournalFile;

/// What the one process that works on the queue (see JournalOwner) writes down: only that one calls
/// these. A part of Journal, which says what all calls have in common.
class JournalWork
{
public:
    explicit JournalWork(std::shared_ptr<JournalFile> file);

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

private:
    Result<void> waitAgain(JobId job, bool attempted, bool crashed);

    /// Where the search for a free name like this one goes on.
    std::unordered_map<std::string, int> lastNumbers_;
    std::shared_ptr<JournalFile> file_;
};

} // namespace autochrome::inline queue
