#include "ui/queue/job_order.h"

#include <algorithm>

namespace autochrome {

JobOrder::JobOrder(std::vector<JobId> all, const std::vector<JobId>& chosen)
    : all_(std::move(all)), chosen_(chosen.begin(), chosen.end())
{
    for (const JobId job : all_) {
        const bool moves = chosen_.contains(job);
        if (moves && moving_.empty())
            begin_ = rest_.size();
        (moves ? moving_ : rest_).push_back(job);
    }
}

JobId JobOrder::restAt(std::size_t index) const
{
    return index < rest_.size() ? rest_[index] : 0;
}

JobId JobOrder::placeOf(JobMove move) const
{
    switch (move) {
    case JobMove::First:
        return restAt(0);
    case JobMove::Up:
        return restAt(begin_ > 0 ? begin_ - 1 : 0);
    case JobMove::Down:
        return restAt(begin_ + 1);
    case JobMove::Last:
        break;
    }
    return 0;
}

JobId JobOrder::placeBeside(JobId neighbour, bool after) const
{
    const auto at = std::find(all_.begin(), all_.end(), neighbour);
    const auto end = at + (after && at != all_.end() ? 1 : 0);
    return restAt(std::size_t(
        std::count_if(all_.begin(), end, [this](JobId job) { return !chosen_.contains(job); })));
}

} // namespace autochrome
