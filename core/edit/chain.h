#pragma once

#include "core/edit/finish/finish_stage.h"
#include "core/edit/recipe.h"
#include "core/edit/restoration.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>
#include <type_traits>

namespace autochrome::inline edit {

/// What the stages take their settings from.
struct Order
{
    const Recipe& recipe;
    Colorizer* colorizer = nullptr; ///< null: which one does not matter
};

/// A stage in its place: where its settings come from, and what it made last.
template <class In, class Settings, class Out>
class Step
{
public:
    using Made = Out;
    using Pick = Settings (*)(const Order& order);

    /// @param rework  what it means to a person that this stage must run again
    Step(const Stage<In, Settings, Out>& stage, Rework rework, Pick settings)
        : stage_(stage), rework_(rework), pick_(settings)
    {
    }

    const char* name() const { return stage_.name; }
    double weight() const { return stage_.weight; }
    Rework rework() const { return rework_; }

    bool isCurrent(const Order& order) const { return settings_ && *settings_ == pick_(order); }
    bool isSame(const Order& one, const Order& other) const { return pick_(one) == pick_(other); }

    /// What it made; null if nothing, or if that was forgotten.
    const std::shared_ptr<const Out>& made() const { return made_; }

    Result<void> run(const std::shared_ptr<const In>& input, const Order& order,
                     const Progress& progress)
    {
        Settings settings = pick_(order);
        Result<Out> made = stage_.run(input, settings, progress);
        if (!made)
            return tl::make_unexpected(made.error());
        made_ = std::make_shared<const Out>(std::move(*made));
        settings_ = std::move(settings);
        return {};
    }

    void clear()
    {
        settings_.reset();
        made_.reset();
    }

    /// Gives up what was made; it counts as current, and is made again only if a stage that must
    /// run asks for it.
    void forget() { made_.reset(); }

private:
    const Stage<In, Settings, Out>& stage_;
    Rework rework_;
    Pick pick_;
    std::optional<Settings> settings_; // of what was made
    std::shared_ptr<const Out> made_;
};

template <class In, class Settings, class Out, class Pick>
Step(const Stage<In, Settings, Out>&, Rework, Pick) -> Step<In, Settings, Out>;

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
