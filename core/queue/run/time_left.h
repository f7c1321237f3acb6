#pragma once

#include "core/base/message.h"

#include <chrono>
#include <cstdint>
#include <deque>

namespace autochrome::inline queue {

/// How long the rest of a queue will take, from the pace of the last photos; says nothing until
/// there is something to judge by.
class TimeLeft
{
public:
    /// One more photo has ended, now or at a given time.
    void ended(std::chrono::steady_clock::time_point when = std::chrono::steady_clock::now());

    /// Seconds; negative: not known yet.
    double seconds(std::int64_t waiting) const;

    /// "about 2 h 10 min left", "a few seconds left"; empty if not known yet.
    Message text(std::int64_t waiting) const;

private:
    std::deque<std::chrono::steady_clock::time_point> ends_;
};

} // namespace autochrome::inline queue
