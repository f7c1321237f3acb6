#pragma once

#include "core/queue/journal/journal_entries.h"

#include <map>
#include <memory>
#include <span>

namespace autochrome::inline queue {

class JournalFile;

/// What is in the queue: adds to it and looks at it. A part of Journal, which says what all calls
/// have in common.
class JournalContent
{
public:
    explicit JournalContent(std::shared_ptr<JournalFile> file);

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

private:
    std::shared_ptr<JournalFile> file_;
};

} // namespace autochrome::inline queue
