#include "app/cli/batch/watch_thread.h"

namespace autochrome::cli {

WatchThread::WatchThread(std::shared_ptr<JournalThread> journal,
                         std::chrono::duration<double> every,
                         std::function<void(const WatchedLook&)> found)
    : batches_(std::move(journal)),
      every_(every),
      found_(std::move(found)),
      thread_([this] { run(); })
{
}

WatchThread::~WatchThread()
{
    progress_.cancel();
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

// An error of the journal is told once, as the problems of a folder are.
WatchedLook WatchThread::look()
{
    auto look = batches_.look(progress_);
    if (look) {
        told_ = {};
        return std::move(*look);
    }
    if (look.error().code == ErrorCode::Cancelled || look.error().message == told_)
        return {};
    told_ = look.error().message;
    WatchedLook failed;
    failed.problems.push_back(std::move(look.error()));
    return failed;
}

void WatchThread::run()
{
    std::unique_lock lock(mutex_);
    while (!ending_) {
        lock.unlock();
        found_(look());
        lock.lock();
        changed_.wait_for(lock, every_, [this] { return ending_; });
    }
}

} // namespace autochrome::cli
