#include "core/queue/run/memory_budget.h"

#include <algorithm>

namespace autochrome::inline queue {

MemoryBudget::Share MemoryBudget::take(std::uint64_t bytes) const
{
    std::unique_lock lock(state_->mutex);
    state_->freed.wait(
        lock, [&] { return state_->taken == 0 || state_->taken + bytes <= state_->total; });
    state_->taken += bytes;
    return {state_.get(), [state = state_, bytes](const void*) {
                {
                    const std::lock_guard giving(state->mutex);
                    state->taken -= bytes;
                }
                state->freed.notify_all();
            }};
}

std::uint64_t MemoryBudget::taken() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->taken;
}

std::uint64_t memoryFor(int width, int height, int channels, int bitDepth)
{
    constexpr std::uint64_t network = 64u << 20;
    const std::uint64_t bytes = std::uint64_t(std::max(0, width)) *
                                std::uint64_t(std::max(0, height)) *
                                std::uint64_t(std::max(1, channels)) * (bitDepth > 8 ? 2u : 1u);
    return network + bytes * 5 / 2;
}

} // namespace autochrome::inline queue
