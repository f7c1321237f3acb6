#pragma once

#include "core/base/message.h"

#include <chrono>
#include <mutex>
#include <string>

namespace autochrome::cli {

/// One line on stderr that shows how far the work is. It exists only on a terminal: in a pipe or a
/// log file nothing is written. Thread-safe.
class ProgressBar
{
public:
    ProgressBar();
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// What stands before the bar, e.g. "2/12 harbour.jpg".
    void setLabel(std::string label);

    /// @param fraction  of everything, [0, 1]
    /// @param text      what is being done
    void show(double fraction, const Message& text);

    /// Wipes the line, so that a sentence can be printed in its place; show() draws it again.
    void clear();

private:
    void wipe();

    std::mutex mutex_;
    bool enabled_ = false;
    bool unicode_ = false;
    bool drawn_ = false;
    std::string label_;
    std::chrono::steady_clock::time_point lastDrawn_;
};

} // namespace autochrome::cli
