#include "core/queue/run/time_left.h"

#include "core/base/text.h"

namespace autochrome::inline queue {
namespace {

// A pace is judged by so many photos at least, and forgets what is longer ago.
constexpr std::size_t fewest = 5;
constexpr std::size_t most = 200;

} // namespace

void TimeLeft::ended(std::chrono::steady_clock::time_point when)
{
    ends_.push_back(when);
    if (ends_.size() > most)
        ends_.pop_front();
}

double TimeLeft::seconds(std::int64_t waiting) const
{
    if (ends_.size() < fewest)
        return -1;
    const std::chrono::duration<double> span = ends_.back() - ends_.front();
    return double(waiting) * span.count() / double(ends_.size() - 1);
}

Message TimeLeft::text(std::int64_t waiting) const
{
    const double left = seconds(waiting);
    if (left < 0)
        return {};
    const auto minutes = std::int64_t(left / 60 + 0.5);
    if (left < 10)
        return autochrome::text("a few seconds left");
    if (left < 90)
        return autochrome::text("about %1 s left", {std::to_string(std::int64_t(left / 10) * 10)});
    if (minutes < 60)
        return autochrome::text("about %1 min left", {std::to_string(minutes)});
    return autochrome::text("about %1 h %2 min left",
                            {std::to_string(minutes / 60), std::to_string(minutes % 60)});
}

} // namespace autochrome::inline queue
