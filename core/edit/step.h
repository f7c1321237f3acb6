#pragma once

#include "core/edit/recipe.h"
#include "core/edit/restoration.h"
#include "core/edit/stage.h"

#include <memory>
#include <optional>
#include <utility>

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

} // namespace autochrome::inline edit
