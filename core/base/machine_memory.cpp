#include "core/base/machine_memory.h"

#include "core/base/control_group.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace autochrome::inline base {
namespace {

std::uint64_t installedMemory()
{
    return std::uint64_t(::sysconf(_SC_PHYS_PAGES)) * std::uint64_t(::sysconf(_SC_PAGESIZE));
}

std::uint64_t freeMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string key;
    std::uint64_t kibibytes = 0;
    std::string rest;
    while (file >> key >> kibibytes && std::getline(file, rest)) {
        if (key == "MemAvailable:")
            return kibibytes * 1024;
    }
    return installedMemory();
}

/// A line of /proc/self/status, which is in kibibytes.
std::uint64_t ownMemory(const std::string& wanted)
{
    std::ifstream file("/proc/self/status");
    std::string key;
    std::string rest;
    while (file >> key) {
        std::uint64_t kibibytes = 0;
        if (key == wanted && file >> kibibytes)
            return kibibytes * 1024;
        std::getline(file, rest);
    }
    return 0;
}

// What a limit on the address space (ulimit -v) leaves: reservations count there as if they were
// used.
std::uint64_t addressRoom()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::numeric_limits<std::uint64_t>::max();
    return limit.rlim_cur - std::min<std::uint64_t>(limit.rlim_cur, ownMemory("VmSize:"));
}

} // namespace

std::uint64_t usableMemory()
{
    return std::min(installedMemory(), groupMemory().limit);
}

std::uint64_t availableMemory()
{
    return std::min({freeMemory(), groupMemory().left, addressRoom()});
}

std::uint64_t residentMemory()
{
    return ownMemory("VmRSS:");
}

std::uint64_t peakResidentMemory()
{
    return ownMemory("VmHWM:");
}

} // namespace autochrome::inline base
