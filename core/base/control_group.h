#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>

namespace autochrome::inline base {

/// What a Linux control group (version 2) and every group around it allow a process: a limit of
/// any of them holds for all that is inside.
struct GroupMemory
{
    static constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

    std::uint64_t limit = unlimited; ///< the lowest limit of all, in bytes
    std::uint64_t left = unlimited;  ///< the least that any of them still has to give
};

/// Asks the system, or a tree of folders that is built like its own.
/// @param own   names the process's group, as /proc/self/cgroup does
/// @param tree  the folder of the outermost group
GroupMemory groupMemory(const std::filesystem::path& own = "/proc/self/cgroup",
                        const std::filesystem::path& tree = "/sys/fs/cgroup");

} // namespace autochrome::inline base
