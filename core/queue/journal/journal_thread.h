#pragma once

#include "core/queue/journal/journal.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace autochrome::inline queue {

/// A journal on a thread of its own: whoever asks waits for the disk, or does not, but never for
/// one another's locks.
class JournalThread
{
public:
    explicit JournalThread(Journal journal);
    /// Waits until everything that was asked is done.
    ~JournalThread();
    JournalThread(const JournalThread&) = delete;
    JournalThread& operator=(const JournalThread&) = delete;

    /// Runs `work` (a callable that takes Journal&) after all that was asked before.
    template <class Work>
    auto ask(Work work) -> std::future<decltype(work(std::declval<Journal&>()))>
    {
        using Answer = decltype(work(std::declval<Journal&>()));
        auto task = std::make_shared<std::packaged_task<Answer(Journal&)>>(std::move(work));
        std::future<Answer> answer = task->get_future();
        post([task](Journal& journal) { (*task)(journal); });
        return answer;
    }

private:
    void post(std::function<void(Journal&)> work);
    void run();

    Journal journal_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void(Journal&)>> works_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace autochrome::inline queue
