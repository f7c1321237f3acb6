#include "core/base/machine_memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace autochrome::inline base {
namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

std::uint64_t machineMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string key;
    std::uint64_t kibibytes = 0;
    std::string rest;
    while (file >> key >> kibibytes && std::getline(file, rest)) {
        if (key == "MemAvailable:")
            return kibibytes * 1024;
    }
    return std::uint64_t(::sysconf(_SC_PHYS_PAGES)) * std::uint64_t(::sysconf(_SC_PAGESIZE));
}

std::uint64_t numberIn(const std::string& path, std::uint64_t otherwise)
{
    std::ifstream file(path);
    std::uint64_t number = 0;
    return file >> number ? number : otherwise; // "max" is not a number either
}

/// Control groups, version 2. Page cache is charged to the group but given back on demand.
std::uint64_t groupMemory()
{
    std::ifstream file("/proc/self/cgroup");
    std::string line;
    std::uint64_t least = unlimited;
    while (std::getline(file, line)) {
        if (!line.starts_with("0::"))
            continue;
        std::string group = line.substr(3);
        for (;;) {
            const std::string folder = "/sys/fs/cgroup" + (group == "/" ? "" : group);
            const std::uint64_t limit = numberIn(folder + "/memory.max", unlimited);
            if (limit != unlimited) {
                std::uint64_t used = numberIn(folder + "/memory.current", 0);
                std::ifstream stat(folder + "/memory.stat");
                std::string key;
                std::uint64_t value = 0;
                while (stat >> key >> value) {
                    if (key == "inactive_file" || key == "active_file")
                        used -= std::min(used, value);
                }
                least = std::min(least, limit - std::min(limit, used));
            }
            if (group.empty() || group == "/")
                break;
            group = group.substr(0, group.find_last_of('/'));
        }
    }
    return least;
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
        return unlimited;
    return limit.rlim_cur - std::min<std::uint64_t>(limit.rlim_cur, ownMemory("VmSize:"));
}

} // namespace

std::uint64_t availableMemory()
{
    return std::min({machineMemory(), groupMemory(), addressRoom()});
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
