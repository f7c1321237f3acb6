#pragma once

#include "core/queue/job.h"

#include <unordered_set>
#include <vector>

namespace autochrome {

/// Where photos of the queue can be moved within their batch.
enum class JobMove { First, Up, Down, Last };

/// The photos of a batch in their order, some of which are to be moved among the others.
class JobOrder
{
public:
    /// @param all     of the batch
    /// @param chosen  to be moved; those of other batches are left alone
    JobOrder(std::vector<JobId> all, const std::vector<JobId>& chosen);

    /// The chosen ones, in the order of the batch.
    const std::vector<JobId>& moving() const { return moving_; }
    /// The photo before which they are to stand; 0: none, they come last.
    JobId placeOf(JobMove move) const;
    /// Likewise, beside a photo of the batch, which may be a chosen one itself.
    JobId placeBeside(JobId neighbour, bool after) const;

private:
    JobId restAt(std::size_t index) const;

    std::vector<JobId> all_;
    std::unordered_set<JobId> chosen_;
    std::vector<JobId> moving_;
    std::vector<JobId> rest_;
    std::size_t begin_ = 0; ///< in rest_, where the first of those that are moved stands
};

} // namespace autochrome
