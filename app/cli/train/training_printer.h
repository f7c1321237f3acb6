#pragma once

#include "core/learn/loop/training_news.h"

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace autochrome::cli {

/// One line that rewrites itself on a terminal, a plain line now and then in a pipe.
class TrainingPrinter
{
public:
    /// @param speaks  false for all but the first of several processes
    explicit TrainingPrinter(bool speaks) : speaks_(speaks) {}

    void news(const TrainingNews& news);

    /// A line that stays.
    template <class... Values>
    void line(const char* format, Values... values)
    {
        if (!speaks_)
            return;
        if (isTerminal_)
            std::fputs("\r\033[K", stdout);
        if constexpr (sizeof...(values) == 0)
            std::fputs(format, stdout);
        else
            std::printf(format, values...);
        std::fputc('\n', stdout);
        std::fflush(stdout);
    }

private:
    bool speaks_;
    bool isTerminal_ = isatty(STDOUT_FILENO);
    std::chrono::steady_clock::time_point last_;
};

} // namespace autochrome::cli
