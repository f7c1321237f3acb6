#include "ui/queue/job_counts.h"

#include <numeric>

namespace autochrome {

namespace {

bool isOpen(JobState state)
{
    return state == JobState::Waiting || state == JobState::Running || state == JobState::Paused;
}

} // namespace

void JobCounts::count(std::span<const JobRow> rows, BatchId batch)
{
    batch_ = batch;
    states_ = {};
    unfinished_.clear();
    for (const JobRow& row : rows) {
        if (batch_ == 0 || row.batch == batch_)
            ++states_[std::size_t(row.state)];
        if (isOpen(row.state))
            ++unfinished_[row.batch];
    }
}

void JobCounts::change(const JobRow& row, JobState state)
{
    if (batch_ == 0 || row.batch == batch_) {
        --states_[std::size_t(row.state)];
        ++states_[std::size_t(state)];
    }
    unfinished_[row.batch] += int(isOpen(state)) - int(isOpen(row.state));
}

qint64 JobCounts::total() const
{
    return std::accumulate(states_.begin(), states_.end(), qint64(0));
}

qint64 JobCounts::pending() const
{
    return (*this)[JobState::Waiting] + (*this)[JobState::Running];
}

qint64 JobCounts::ended() const
{
    return total() - pending() - (*this)[JobState::Paused];
}

} // namespace autochrome
