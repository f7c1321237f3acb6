#include "tests/ui/window/monkey/stall_watch.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fstream>
#include <memory>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace autochrome {

namespace {

constexpr int mostFrames = 60;
constexpr auto interval = std::chrono::milliseconds(10);

pthread_t watchedThread;
long watchedNumber = 0;
std::array<void*, mostFrames> frames;
std::atomic<int> frameCount{0};
const StallWatch* crashWatch = nullptr;

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// How long the watched thread has waited for a processor in all its life, ns.
qint64 waited()
{
    std::ifstream file("/proc/self/task/" + std::to_string(watchedNumber) + "/schedstat");
    qint64 ran = 0, waiting = 0;
    file >> ran >> waiting;
    return waiting;
}

void takeFrames(int)
{
    frameCount = ::backtrace(frames.data(), mostFrames);
}

std::string nameOf(void* address)
{
    Dl_info info{};
    if (!::dladdr(address, &info) || !info.dli_sname)
        return info.dli_fname ? info.dli_fname : "?";
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> plain(
        abi::__cxa_demangle(info.dli_sname, nullptr, nullptr, &status), &std::free);
    return plain ? plain.get() : info.dli_sname;
}

/// What the watched thread does now.
std::string stackOfWatched()
{
    frameCount = 0;
    ::pthread_kill(watchedThread, SIGUSR2);
    for (int i = 0; i < 100 && frameCount == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::string text;
    for (int i = 2; i < frameCount; ++i) // without the handler
        text += "    " + nameOf(frames[std::size_t(i)]).substr(0, 160) + '\n';
    return text;
}

void onCrash(int number)
{
    std::fprintf(stderr, "\ncrash by signal %d after: %s\n", number,
                 crashWatch ? crashWatch->lastNote().c_str() : "?");
    std::array<void*, mostFrames> stack{};
    const int count = ::backtrace(stack.data(), mostFrames);
    ::backtrace_symbols_fd(stack.data(), count, STDERR_FILENO);
    std::signal(number, SIG_DFL);
    std::raise(number);
}

} // namespace

StallWatch::StallWatch(int limit) : limit_(limit), lastBeat_(now())
{
    watchedThread = ::pthread_self();
    watchedNumber = ::syscall(SYS_gettid);
    ::backtrace(frames.data(), mostFrames); // its first call loads a library
    std::signal(SIGUSR2, takeFrames);
    waitedAt_ = waited();
    connect(&timer_, &QTimer::timeout, this, &StallWatch::beat);
    timer_.start(interval);
    thread_ = std::thread([this] { watch(); });
}

StallWatch::~StallWatch()
{
    ends_ = true;
    thread_.join();
}

void StallWatch::restart()
{
    lastBeat_ = now();
    waitedAt_ = waited();
    const std::lock_guard lock(mutex_);
    stack_.clear();
}

void StallWatch::note(const std::string& action)
{
    const std::lock_guard lock(mutex_);
    note_ = action;
}

std::string StallWatch::lastNote() const
{
    // A crash may have happened within note().
    const std::unique_lock lock(mutex_, std::try_to_lock);
    return lock ? note_ : "?";
}

std::vector<StallWatch::Stall> StallWatch::stalls() const
{
    const std::lock_guard lock(mutex_);
    return stalls_;
}

void StallWatch::beat()
{
    const qint64 time = now();
    const qint64 waiting = waited();
    const double idle = double(waiting - waitedAt_) / 1e9;
    const double own = double(time - lastBeat_) / 1e9 - idle;
    lastBeat_ = time;
    waitedAt_ = waiting;
    longest_ = std::max(longest_.load(), own);
    const std::lock_guard lock(mutex_);
    if (own * 1000 > limit_)
        stalls_.push_back({own, idle, stackNote_, stack_});
    stack_.clear();
}

void StallWatch::watch()
{
    while (!ends_) {
        std::this_thread::sleep_for(interval);
        const double pause = double(now() - lastBeat_) / 1e6;
        {
            const std::lock_guard lock(mutex_);
            if (pause < limit_ / 2.0 || !stack_.empty())
                continue;
        }
        std::string stack = stackOfWatched();
        const std::lock_guard lock(mutex_);
        stack_ = std::move(stack);
        stackNote_ = note_;
    }
}

void tellOfCrashes(const StallWatch* watch)
{
    crashWatch = watch;
    for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL})
        std::signal(number, onCrash);
}

} // namespace autochrome
