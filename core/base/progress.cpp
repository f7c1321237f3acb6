#include "core/base/progress.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace autochrome::inline base {

struct Progress::State
{
    Listener listener;
    std::atomic<bool> cancelled{false};
    std::mutex mutex; // a listener is never entered by two workers at once
    double reached = 0;
};

const char* Cancelled::what() const noexcept
{
    return "cancelled";
}

Progress::Progress() : Progress(Listener()) {}

Progress::Progress(Listener listener) : state_(std::make_shared<State>())
{
    state_->listener = std::move(listener);
}

void Progress::cancel() noexcept
{
    state_->cancelled = true;
}

bool Progress::isCancelled() const noexcept
{
    return state_->cancelled;
}

void Progress::checkpoint() const
{
    if (isCancelled())
        throw Cancelled();
}

void Progress::report(double fraction, const Message& text) const
{
    if (!state_->listener)
        return;
    const std::lock_guard lock(state_->mutex);
    const double whole = from_ + std::clamp(fraction, 0.0, 1.0) * (to_ - from_);
    state_->reached = std::max(state_->reached, whole);
    state_->listener(state_->reached, text);
}

Progress Progress::part(double from, double to) const
{
    Progress child = *this;
    child.from_ = from_ + from * (to_ - from_);
    child.to_ = from_ + to * (to_ - from_);
    return child;
}

} // namespace autochrome::inline base
