#include "ui/window/end_signals.h"

#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace autochrome {

namespace {

constexpr std::array caught{SIGINT, SIGTERM, SIGHUP};
constexpr int mostHeard = 2;

// A handler may do little more than write to a pipe.
std::array<int, 2> pipeEnds{-1, -1};
std::atomic<int> count{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void tellOfSignal(int signal)
{
    const int error = errno;
    if (++count > mostHeard) {
        std::signal(signal, SIG_DFL);
        ::raise(signal); // blocked until this returns
    }
    const char byte = 0;
    const ssize_t ignored = ::write(pipeEnds[1], &byte, 1);
    (void)ignored;
    errno = error;
}

} // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent)
{
    count = 0;
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals end the program as ever
    auto* notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &EndSignals::read);
    struct sigaction action = {};
    action.sa_handler = tellOfSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : caught) {
        struct sigaction old = {};
        ::sigaction(signal, nullptr, &old);
        if (old.sa_handler != SIG_IGN) // nohup
            ::sigaction(signal, &action, nullptr);
    }
}

EndSignals::~EndSignals()
{
    for (const int signal : caught) {
        struct sigaction old = {};
        ::sigaction(signal, nullptr, &old);
        if (old.sa_handler == tellOfSignal)
            std::signal(signal, SIG_DFL);
    }
    for (int& end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void EndSignals::read()
{
    char bytes[8];
    for (ssize_t length = ::read(pipeEnds[0], bytes, sizeof bytes); length > 0;
         length = ::read(pipeEnds[0], bytes, sizeof bytes))
        for (ssize_t i = 0; i < length; ++i)
            Q_EMIT arrived();
}

} // namespace autochrome
