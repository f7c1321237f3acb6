#pragma once

#include "app/cli/progress_bar.h"
#include "core/queue/intake/watched_batches.h"
#include "core/queue/run/time_left.h"

#include <mutex>

namespace autochrome::cli {

/// What goes to the terminal while a queue is worked on. From any thread.
class RunPrinter
{
public:
    /// @param json     one object for each photo rather than the path of its result
    /// @param quiet    no paths
    /// @param waiting  photos at the beginning
    RunPrinter(bool json, bool quiet, std::int64_t waiting);

    /// A photo has ended.
    void add(const Job& job, const PhotoOutcome& outcome);

    /// More photos wait, or a watched folder could not be looked into.
    void found(const WatchedLook& look);

private:
    void show();

    std::mutex mutex_;
    const bool json_;
    const bool quiet_;
    ProgressBar bar_;
    std::int64_t ended_ = 0;
    std::int64_t left_;
    TimeLeft timeLeft_;
};

} // namespace autochrome::cli
