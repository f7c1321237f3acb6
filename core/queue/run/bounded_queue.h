#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

namespace autochrome::inline queue {

/// Hands things from one thread to another; whoever is too fast waits.
template <class T>
class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room. False if the queue was closed: the thing is dropped.
    bool push(T thing)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || things_.size() < capacity_; });
        if (closed_)
            return false;
        things_.push_back(std::move(thing));
        changed_.notify_all();
        return true;
    }

    /// Waits for a thing; none once the queue is closed and empty.
    std::optional<T> pop()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !things_.empty(); });
        if (things_.empty())
            return std::nullopt;
        std::optional<T> thing(std::move(things_.front()));
        things_.pop_front();
        changed_.notify_all();
        return thing;
    }

    void close()
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

private:
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> things_;
    bool closed_ = false;
};

} // namespace autochrome::inline queue
