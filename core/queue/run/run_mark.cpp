#include "core/queue/run/run_mark.h"

#include "core/base/small_file.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace autochrome::inline queue {
namespace {

constexpr std::array faults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr const char* crashWord = "crash";

// For the handler, which may touch nothing but what is lock-free.
std::atomic<int> note = -1;
std::array<struct sigaction, faults.size()> before;

// Notes the fault and lets whoever was there before (the system, a sanitizer) have it: a fault
// happens again as soon as this returns, and abort() sees to its own.
void onFault(int signal, siginfo_t* info, void*)
{
    const int descriptor = note.exchange(-1);
    if (descriptor >= 0) {
        // Nothing can be done if it fails.
        [[maybe_unused]] const auto written =
            ::write(descriptor, crashWord, std::strlen(crashWord));
        ::fsync(descriptor);
    }
    for (std::size_t i = 0; i < faults.size(); ++i) {
        if (faults[i] == signal)
            ::sigaction(signal, &before[i], nullptr);
    }
    // One that was sent does not happen again by itself; until this returns, it waits.
    if (info->si_code <= 0)
        ::raise(signal);
}

std::string firstLine(const char* path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

// Which start of the machine this is.
std::string boot()
{
    const std::string id = firstLine("/proc/sys/kernel/random/boot_id");
    return id.empty() ? "unknown" : id;
}

// How many processes the system has ended for want of memory since its start.
long long memoryKills()
{
    std::ifstream file("/proc/vmstat");
    std::string name;
    for (long long value = 0; file >> name >> value;) {
        if (name == "oom_kill")
            return value;
    }
    return 0;
}

LastEnd endOf(const std::string& mark)
{
    std::istringstream words(mark);
    std::string start;
    std::string crash;
    long long kills = 0;
    if (!(words >> start >> kills))
        return LastEnd::Killed;
    if (words >> crash && crash == crashWord)
        return LastEnd::Crashed;
    return start == boot() && memoryKills() > kills ? LastEnd::Crashed : LastEnd::Killed;
}

} // namespace

RunMark::RunMark(const std::filesystem::path& journal)
    : file_(std::filesystem::path(journal) += ".run"), lastEnd_(LastEnd::Orderly)
{
    if (const auto mark = readSmallFile(file_))
        lastEnd_ = endOf(*mark);
    const int descriptor =
        ::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_APPEND, 0644);
    if (descriptor < 0)
        return;
    const std::string mark = boot() + ' ' + std::to_string(memoryKills()) + ' ';
    if (::write(descriptor, mark.data(), mark.size()) != ssize_t(mark.size())) {
        ::close(descriptor);
        return;
    }
    struct sigaction action = {};
    action.sa_sigaction = onFault;
    action.sa_flags = SA_ONSTACK | SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < faults.size(); ++i)
        ::sigaction(faults[i], &action, &before[i]);
    note = descriptor;
}

RunMark::~RunMark()
{
    const int descriptor = note.exchange(-1);
    if (descriptor >= 0) {
        ::close(descriptor);
        for (std::size_t i = 0; i < faults.size(); ++i)
            ::sigaction(faults[i], &before[i], nullptr);
    }
    std::error_code error;
    std::filesystem::remove(file_, error);
}

} // namespace autochrome::inline queue
