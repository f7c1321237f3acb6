#pragma once

#include "core/base/error.h"
#include "core/queue/job.h"
#include "ui/queue/job_order.h"

#include <functional>
#include <vector>

namespace autochrome::inline queue {
class Journal;
} // namespace autochrome::inline queue

namespace autochrome {

class BatchService;

/// What a person does to photos and batches of the queue. It is done in the background; the service
/// tells what came of it (BatchService::loaded() and failed()).
class QueueEdits
{
public:
    using Jobs = std::vector<JobId>; ///< none: nothing is done

    explicit QueueEdits(BatchService* service) : service_(service) {}

    void pause(const Jobs& jobs);
    void resume(const Jobs& jobs);
    void cancel(const Jobs& jobs);
    void retry(const Jobs& jobs);
    /// Photos of one batch are moved among all of its photos, listed or not.
    void move(const Jobs& jobs, JobMove where);
    /// Puts the photos before or after one of their batch.
    void moveBeside(const Jobs& jobs, JobId neighbour, bool after);

    /// The photos of the batch are worked on before those of all others.
    void prefer(BatchId batch);
    void retryFailed(BatchId batch); ///< 0: of all
    /// Forgets a batch whose photos have all ended; 0: all such.
    void clearEnded(BatchId batch);

private:
    void change(const Jobs& jobs, std::function<Result<std::int64_t>(Journal&, const Jobs&)> what);
    void rearrange(const Jobs& jobs, std::function<JobId(const JobOrder&)> place);

    BatchService* service_;
};

} // namespace autochrome
