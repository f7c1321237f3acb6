#pragma once

#include "core/base/message.h"

#include <exception>
#include <functional>
#include <memory>

namespace autochrome::inline base {

/// Thrown by Progress::checkpoint(). Caught where the worker ends and turned into
/// ErrorCode::Cancelled; it never leaves a public function of core.
class Cancelled : public std::exception
{
public:
    const char* what() const noexcept override;
};

/// The thread-safe handle through which a long operation reports and is stopped. Copies share one
/// state; the caller keeps one to cancel(), the worker gets another to report().
class Progress
{
public:
    /// Called on the worker's thread. `fraction` is in [0, 1] and never goes back.
    using Listener = std::function<void(double fraction, const Message& text)>;

    Progress();
    explicit Progress(Listener listener);

    void cancel() noexcept;
    bool isCancelled() const noexcept;

    /// Throws Cancelled if cancel() was called. Call it at every border of a stage.
    void checkpoint() const;

    /// Tells the listener how far this part is; `fraction` is relative to this part.
    void report(double fraction, const Message& text) const;

    /// A handle whose [0, 1] is [from, to] of this one; shares cancellation.
    Progress part(double from, double to) const;

private:
    struct State;
    std::shared_ptr<State> state_;
    double from_ = 0;
    double to_ = 1;
};

} // namespace autochrome::inline base
