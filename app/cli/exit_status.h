#pragma once

namespace autochrome::cli {

/// What the program says to the shell.
enum ExitStatus : int {
    AllDone = 0,
    SomeFailed = 1,  ///< at least one photo failed; the others are done
    WrongUsage = 2,  ///< nothing was begun
    SignalBase = 128 ///< plus the signal that stopped it: 130 for Ctrl+C
};

} // namespace autochrome::cli
