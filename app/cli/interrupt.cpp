#include "app/cli/interrupt.h"

#include <array>
#include <atomic>
#include <csignal>

namespace autochrome::cli {

namespace {

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};

// A handler may touch lock-free atomics only; Progress::cancel() is one such store.
std::atomic<Progress*> current{nullptr};
std::atomic<int> received{0};
static_assert(std::atomic<Progress*>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void cancelCurrent(int signal)
{
    received = signal;
    if (Progress* progress = current.load())
        progress->cancel();
}

} // namespace

Interrupt::Interrupt(const Progress& progress) : progress_(progress)
{
    received = 0;
    current = &progress_;
    struct sigaction action = {};
    action.sa_handler = cancelCurrent;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND); // the second one meets the default again
    for (const int signal : caught)
        sigaction(signal, &action, nullptr);
}

Interrupt::~Interrupt()
{
    for (const int signal : caught)
        std::signal(signal, SIG_DFL);
    current = nullptr;
}

int Interrupt::signal()
{
    return received;
}

} // namespace autochrome::cli
