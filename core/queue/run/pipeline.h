#pragma once

#include "core/queue/run/photo_task.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace autochrome::inline queue {

/// The workers of a run: some that read, one for the network of each device, some that write, with
/// short queues between, so that the slowest stage sets the pace and the others wait for it.
///
/// A worker whose stage takes longer than the limit (a network share that does not answer) is given
/// up: its photo has failed, another worker takes its place, and whatever it still does is ignored.
class Pipeline
{
public:
    struct Sizes
    {
        int readers = 1;
        std::size_t devices = 1;
        int writers = 1;
        std::uint64_t memory = 0;
        double stageSeconds = 0;
    };

    struct Ended
    {
        Job job;
        PhotoOutcome outcome;
    };

    Pipeline(std::shared_ptr<JournalThread> journal, Sizes sizes,
             std::function<void(JobId, JobStage)> listener);
    /// Waits for the workers, but not for those that were given up.
    ~Pipeline();

    /// Whether one more photo would find a worker soon.
    bool hasRoom() const;
    void start(std::shared_ptr<PhotoTask> task, std::size_t device);

    std::size_t count() const; ///< photos on their way
    std::vector<JobId> running() const;
    void cancel(JobId job);
    void cancelAll();

    /// The next photo that ends; none after `limit`.
    std::optional<Ended> waitForEnd(std::chrono::milliseconds limit);

private:
    struct State;
    void giveUpStalled();

    std::shared_ptr<State> state_;
};

} // namespace autochrome::inline queue
