#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

namespace autochrome::inline queue {

/// Bytes that several workers share, so that large photos wait for one another instead of adding up
/// to more than there is.
class MemoryBudget
{
public:
    explicit MemoryBudget(std::uint64_t bytes) : state_(std::make_shared<State>(bytes)) {}

    /// A share of the budget, given back with the last copy.
    using Share = std::shared_ptr<const void>;

    /// Waits until so many bytes are free. More than the whole budget is given when nobody else has
    /// a share, so that one photo alone may try.
    Share take(std::uint64_t bytes) const;

    std::uint64_t taken() const;

private:
    struct State
    {
        explicit State(std::uint64_t all) : total(all) {}
        const std::uint64_t total;
        std::uint64_t taken = 0;
        std::mutex mutex;
        std::condition_variable freed;
    };
    std::shared_ptr<State> state_;
};

/// What one photo takes at most on its way, from its header: the decoded pixels two and a half
/// times, as measured, and some for the network.
std::uint64_t memoryFor(int width, int height, int channels, int bitDepth);

} // namespace autochrome::inline queue
