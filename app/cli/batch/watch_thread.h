#pragma once

#include "core/queue/intake/watched_batches.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace autochrome::cli {

/// While it lives, looks into the watched folders again and again, on a thread of its own: a share
/// that answers slowly keeps nobody else waiting.
class WatchThread
{
public:
    /// @param every  from the end of one look to the next
    /// @param found  called on the thread after each look
    WatchThread(std::shared_ptr<JournalThread> journal, std::chrono::duration<double> every,
                std::function<void(const WatchedLook&)> found);
    ~WatchThread();
    WatchThread(const WatchThread&) = delete;
    WatchThread& operator=(const WatchThread&) = delete;

private:
    void run();
    WatchedLook look();

    WatchedBatches batches_;
    const std::chrono::duration<double> every_;
    const std::function<void(const WatchedLook&)> found_;
    Progress progress_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool ending_ = false;
    Message told_; ///< the journal's error at the last look
    std::thread thread_;
};

} // namespace autochrome::cli
