#pragma once

#include "ui/queue/job_row.h"

#include <QHash>
#include <array>
#include <iterator>
#include <span>

namespace autochrome {

/// How many photos of the queue are in each state, kept while they change one by one.
class JobCounts
{
public:
    /// Counts anew. @param batch  whose photos; 0: of all
    void count(std::span<const JobRow> rows, BatchId batch);
    /// To be told before a photo's state becomes another.
    void change(const JobRow& row, JobState state);

    qint64 operator[](JobState state) const { return states_[std::size_t(state)]; }
    qint64 total() const;   ///< all states together
    qint64 pending() const; ///< that wait or are worked on
    qint64 ended() const;   ///< all but those that wait, are worked on or held back
    /// Whether photos of a batch, counted or not, wait, are worked on or held back.
    bool isUnfinished(BatchId batch) const { return unfinished_.value(batch) > 0; }

private:
    BatchId batch_ = 0;
    std::array<qint64, std::size(allJobStates)> states_{}; ///< by JobState
    QHash<BatchId, qint64> unfinished_;
};

} // namespace autochrome
