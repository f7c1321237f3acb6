#pragma once

#include "core/base/error.h"

#include <chrono>
#include <mutex>

namespace autochrome::cli {

/// How far the work is, for a program that watches: lines on stderr, each a JSON object,
/// {"progress": 0.25, "text": "…"}, at most ten a second; at a bad end {"error": "not-found",
/// "text": "…"}. Thread-safe.
class ProgressLines
{
public:
    /// @param fraction  of everything, [0, 1]
    void show(double fraction, const Message& text);

    void fail(const Error& error);

private:
    std::mutex mutex_;
    std::chrono::steady_clock::time_point last_;
};

} // namespace autochrome::cli
