#pragma once

#include "core/learn/data/sample_source.h"
#include "core/learn/loop/training_settings.h"

#include <cstdint>
#include <deque>

namespace autochrome::inline learn {

/// Asks a source for the batches of a run, some ahead of their time, and hands them out in order:
/// one process's equal share of each.
class BatchFeed
{
public:
    /// @param sample  that the run goes on from
    /// @param rank    of this process
    /// @param size    of its group
    BatchFeed(const TrainingSettings& settings, SampleSource& source, std::int64_t sample, int rank,
              int size);

    /// A batch and what was asked for.
    struct Portion
    {
        TrainingBatch batch;
        BatchRequest request;
        std::int64_t wholeCount = 0; ///< samples of all processes
    };
    /// The next batch.
    /// @param step     of the optimiser that it is for
    /// @param part     of the step's accumulated batches
    /// @param seconds  of the run so far, the same in every process
    Result<Portion> next(std::int64_t step, int part, double seconds);

    /// Seconds that next() waited for photos.
    double waited() const { return waited_; }

private:
    void keepRequesting(std::int64_t step, int part, double seconds);

    const TrainingSettings& settings_;
    SampleSource& source_;
    std::int64_t nextSample_;
    int rank_;
    int size_;
    std::deque<BatchRequest> requested_;
    double waited_ = 0;
};

} // namespace autochrome::inline learn
