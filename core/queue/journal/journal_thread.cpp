#include "core/queue/journal/journal_thread.h"

namespace autochrome::inline queue {

JournalThread::JournalThread(Journal journal)
    : journal_(std::move(journal)), thread_([this] { run(); })
{
}

JournalThread::~JournalThread()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void JournalThread::post(std::function<void(Journal&)> work)
{
    {
        const std::lock_guard lock(mutex_);
        works_.push_back(std::move(work));
    }
    changed_.notify_one();
}

void JournalThread::run()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ending_ || !works_.empty(); });
        if (works_.empty())
            return;
        const auto work = std::move(works_.front());
        works_.pop_front();
        lock.unlock();
        work(journal_);
        lock.lock();
    }
}

} // namespace autochrome::inline queue
