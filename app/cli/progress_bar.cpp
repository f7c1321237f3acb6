#include "app/cli/progress_bar.h"

#include "app/cli/console.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace autochrome::cli {

namespace {

bool canDraw()
{
    const char* terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) && terminal && std::string_view(terminal) != "dumb";
}

int terminalWidth()
{
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

std::string repeated(std::string_view text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

} // namespace

ProgressBar::ProgressBar()
    : enabled_(canDraw()), unicode_(std::string_view(nl_langinfo(CODESET)) == "UTF-8")
{
}

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::setLabel(std::string label)
{
    const std::lock_guard lock(mutex_);
    label_ = std::move(label);
    lastDrawn_ = {};
}

void ProgressBar::show(double fraction, const Message& text)
{
    using namespace std::chrono_literals;
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (!enabled_ || (now - lastDrawn_ < 50ms && fraction < 1))
        return;
    lastDrawn_ = now;

    constexpr int barWidth = 20;
    const int filled = int(std::lround(std::clamp(fraction, 0.0, 1.0) * barWidth));
    const std::string bar =
        repeated(unicode_ ? "█" : "#", filled) + repeated(unicode_ ? "░" : "-", barWidth - filled);
    std::string percent = std::to_string(int(std::lround(fraction * 100)));
    percent.insert(0, 3 - std::min<std::size_t>(3, percent.size()), ' ');
    // The last column stays free: some terminals wrap as soon as it is written.
    const int room = terminalWidth() - 1 - barWidth - 10;
    const int labelRoom = std::clamp(displayWidth(printable(label_)), 0, std::max(0, room * 2 / 3));
    const std::string label = elided(printable(label_), labelRoom);
    const std::string action = elided(printable(inWords(text)), std::max(0, room - labelRoom));
    std::cerr << "\r\x1b[K" + label + "  " + bar + " " + percent + " %  " + action << std::flush;
    drawn_ = true;
}

void ProgressBar::clear()
{
    const std::lock_guard lock(mutex_);
    wipe();
}

void ProgressBar::wipe()
{
    if (drawn_)
        std::cerr << "\r\x1b[K" << std::flush;
    drawn_ = false;
    lastDrawn_ = {};
}

} // namespace autochrome::cli
