#pragma once

#include "core/base/progress.h"

#include <QString>
#include <memory>

namespace autochrome {

/// A piece of background work as the window sees it: how far it is, what it does, and its brake.
/// Copies share one state. The worker writes from its thread, the window reads at its own pace.
class Work
{
public:
    /// @param activity  what is shown until the worker says something itself
    explicit Work(const QString& activity);

    const Progress& progress() const { return progress_; } ///< for the worker
    void cancel() { progress_.cancel(); }
    bool isCancelled() const { return progress_.isCancelled(); }

    double fraction() const; ///< [0, 1]
    QString activity() const;

    bool operator==(const Work& other) const { return state_ == other.state_; }

private:
    struct State;
    std::shared_ptr<State> state_;
    Progress progress_;
};

} // namespace autochrome
