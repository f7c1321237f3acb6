#pragma once

#include "core/edit/rendering.h"
#include "core/edit/step.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>
#include <type_traits>

namespace autochrome::inline edit {

/// Stages in a row, each of which takes what the one before it makes. What they made is kept, each
/// as long as that is of the input and settings that are wanted.
template <class... Steps>
class Chain
{
public:
    explicit Chain(Steps... steps) : steps_(std::move(steps)...) {}

    /// Runs what must be run to get a Wanted, and tells in `times` of each stage up to there.
    template <class Wanted, class In>
    Result<std::shared_ptr<const Wanted>> make(const std::shared_ptr<const In>& input,
                                               const Order& order, const Progress& progress,
                                               std::vector<StageTime>& times)
    {
        constexpr std::size_t end = indexOf<Wanted>() + 1;
        const std::size_t first = firstToRun(order, end);
        clearFrom(first < end ? first : count);
        const auto weights = each([](const auto& step) { return step.weight(); });
        double whole = 0;
        for (std::size_t i = 0; i < end; ++i)
            whole += weights[i];
        return walk<Wanted, 0>(input, Walk{order, progress, times, first, whole});
    }

    /// What making another order's picture takes after what is there.
    Rework rework(const Order& order) const
    {
        const std::size_t first = firstToRun(order, count);
        return first < count ? reworks()[first] : Rework::Nothing;
    }

    /// The same after one that is thought to be there whole.
    Rework rework(const Order& there, const Order& wanted) const
    {
        const auto same = each([&](const auto& step) { return step.isSame(there, wanted); });
        const auto first = std::find(same.begin(), same.end(), false);
        return first == same.end() ? Rework::Nothing : reworks()[std::size_t(first - same.begin())];
    }

    template <class Made>
    auto& step()
    {
        return std::get<indexOf<Made>()>(steps_);
    }

private:
    static constexpr std::size_t count = sizeof...(Steps);

    struct Walk
    {
        const Order& order;
        const Progress& progress;
        std::vector<StageTime>& times;
        std::size_t first; // that is run
        double whole;      // sum of the weights
        double done = 0;
    };

    template <class Made>
    static constexpr std::size_t indexOf()
    {
        constexpr std::array is{std::is_same_v<typename Steps::Made, Made>...};
        constexpr std::size_t index =
            std::size_t(std::find(is.begin(), is.end(), true) - is.begin());
        static_assert(index < count, "no stage makes this");
        return index;
    }

    template <class Function>
    auto each(Function function) const
    {
        return std::apply([&](const auto&... step) { return std::array{function(step)...}; },
                          steps_);
    }

    auto reworks() const
    {
        return each([](const auto& step) { return step.rework(); });
    }

    // A stage that must run needs what the one before it made.
    std::size_t firstToRun(const Order& order, std::size_t end) const
    {
        const auto current = each([&](const auto& step) { return step.isCurrent(order); });
        const auto there = each([](const auto& step) { return step.made() != nullptr; });
        std::size_t first = 0;
        while (first < end && current[first])
            ++first;
        while (first > 0 && !there[first - 1])
            --first;
        return first;
    }

    // What follows was made of something else.
    void clearFrom(std::size_t first)
    {
        std::size_t i = 0;
        const auto clear = [&](auto& step) {
            if (i++ >= first)
                step.clear();
        };
        std::apply([&](auto&... step) { (clear(step), ...); }, steps_);
    }

    template <class Wanted, std::size_t I, class In>
    Result<std::shared_ptr<const Wanted>> walk(const std::shared_ptr<const In>& input, Walk at)
    {
        auto& step = std::get<I>(steps_);
        at.progress.checkpoint();
        const double from = at.done;
        at.done += step.weight();
        StageTime time{step.name(), 0, I < at.first};
        if (!time.cached) {
            using Clock = std::chrono::steady_clock;
            const auto start = Clock::now();
            const Result<void> ran =
                step.run(input, at.order, at.progress.part(from / at.whole, at.done / at.whole));
            if (!ran)
                return tl::make_unexpected(ran.error());
            time.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        }
        at.times.push_back(time);
        if constexpr (I == indexOf<Wanted>())
            return step.made();
        else
            return walk<Wanted, I + 1>(step.made(), at);
    }

    std::tuple<Steps...> steps_;
};

} // namespace autochrome::inline edit
