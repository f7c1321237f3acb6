#pragma once

#include "core/base/progress.h"

namespace autochrome::cli {

/// While it lives, Ctrl+C (SIGINT), SIGTERM and SIGHUP cancel a Progress, so that the work stops at
/// the next border of a stage and leaves nothing half-written. A second signal ends the program at
/// once. One at a time.
class Interrupt
{
public:
    explicit Interrupt(const Progress& progress);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// The signal that came; 0 if none did.
    static int signal();

private:
    Progress progress_;
};

} // namespace autochrome::cli
