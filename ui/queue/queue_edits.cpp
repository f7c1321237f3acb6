#include "ui/queue/queue_edits.h"

#include "ui/queue/batch_service.h"

#include <algorithm>
#include <limits>

namespace autochrome {

namespace {

Result<JobOrder> orderOf(Journal& journal, const std::vector<JobId>& jobs)
{
    const auto first = journal.job(jobs.front());
    if (!first)
        return tl::make_unexpected(first.error());
    const auto all = journal.jobs({.batch = first->batch});
    if (!all)
        return tl::make_unexpected(all.error());
    std::vector<JobId> order;
    order.reserve(all->size());
    for (const Job& job : *all)
        order.push_back(job.id);
    return JobOrder(std::move(order), jobs);
}

// How many have changed is seen in the list.
Result<void> withoutCount(const Result<std::int64_t>& changed)
{
    return changed ? Result<void>() : tl::make_unexpected(changed.error());
}

} // namespace

void QueueEdits::change(const Jobs& jobs,
                        std::function<Result<std::int64_t>(Journal&, const Jobs&)> what)
{
    if (jobs.empty())
        return;
    service_->change([jobs, what = std::move(what)](Journal& journal) {
        return withoutCount(what(journal, jobs));
    });
}

void QueueEdits::pause(const Jobs& jobs)
{
    change(jobs, [](Journal& journal, const Jobs& those) { return journal.pause(those); });
}

void QueueEdits::resume(const Jobs& jobs)
{
    change(jobs, [](Journal& journal, const Jobs& those) { return journal.resume(those); });
}

void QueueEdits::cancel(const Jobs& jobs)
{
    change(jobs, [](Journal& journal, const Jobs& those) { return journal.cancel(those); });
}

void QueueEdits::retry(const Jobs& jobs)
{
    change(jobs, [](Journal& journal, const Jobs& those) { return journal.retry(those); });
}

void QueueEdits::rearrange(const Jobs& jobs, std::function<JobId(const JobOrder&)> place)
{
    if (jobs.empty())
        return;
    service_->change([jobs, place = std::move(place)](Journal& journal) -> Result<void> {
        const auto order = orderOf(journal, jobs);
        if (!order)
            return tl::make_unexpected(order.error());
        return journal.move(order->moving(), place(*order));
    });
}

void QueueEdits::move(const Jobs& jobs, JobMove where)
{
    rearrange(jobs, [where](const JobOrder& order) { return order.placeOf(where); });
}

void QueueEdits::moveBeside(const Jobs& jobs, JobId neighbour, bool after)
{
    rearrange(jobs, [neighbour, after](const JobOrder& order) {
        return order.placeBeside(neighbour, after);
    });
}

void QueueEdits::prefer(BatchId batch)
{
    service_->change([batch](Journal& journal) -> Result<void> {
        const auto batches = journal.batches();
        if (!batches)
            return tl::make_unexpected(batches.error());
        int highest = std::numeric_limits<int>::min();
        for (const Batch& other : *batches)
            if (other.id != batch)
                highest = std::max(highest, other.priority);
        return journal.setPriority(batch,
                                   std::min(highest, std::numeric_limits<int>::max() - 1) + 1);
    });
}

void QueueEdits::retryFailed(BatchId batch)
{
    service_->change(
        [batch](Journal& journal) { return withoutCount(journal.retryFailed(batch)); });
}

void QueueEdits::clearEnded(BatchId batch)
{
    service_->change([batch](Journal& journal) { return withoutCount(journal.clear(batch)); });
}

} // namespace autochrome
