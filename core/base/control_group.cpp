#include "core/base/control_group.h"

#include <algorithm>
#include <fstream>
#include <string>

namespace autochrome::inline base {
namespace {

namespace fs = std::filesystem;

std::uint64_t numberIn(const fs::path& path, std::uint64_t otherwise)
{
    std::ifstream file(path);
    std::uint64_t number = 0;
    return file >> number ? number : otherwise; // "max" is not a number either
}

/// What a group has in use and cannot give back: page cache is charged to it, too, but is dropped
/// on demand.
std::uint64_t usedBy(const fs::path& group)
{
    std::uint64_t used = numberIn(group / "memory.current", 0);
    std::ifstream stat(group / "memory.stat");
    std::string key;
    std::uint64_t value = 0;
    while (stat >> key >> value) {
        if (key == "inactive_file" || key == "active_file")
            used -= std::min(used, value);
    }
    return used;
}

void add(const fs::path& group, GroupMemory& memory)
{
    const std::uint64_t limit = numberIn(group / "memory.max", GroupMemory::unlimited);
    if (limit == GroupMemory::unlimited)
        return;
    memory.limit = std::min(memory.limit, limit);
    memory.left = std::min(memory.left, limit - std::min(limit, usedBy(group)));
}

/// The group's path below the tree, "0::/user.slice/…" of the list; nothing for the outermost one
/// and where the system has only groups of version 1.
fs::path groupNamedIn(const fs::path& list)
{
    std::ifstream file(list);
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("0::/"))
            return line.substr(4);
    }
    return {};
}

} // namespace

GroupMemory groupMemory(const fs::path& own, const fs::path& tree)
{
    GroupMemory memory;
    fs::path group = tree;
    add(group, memory);
    for (const fs::path& part : groupNamedIn(own)) {
        if (part == "..") // of a namespace that this process does not see into
            break;
        group /= part;
        add(group, memory);
    }
    return memory;
}

} // namespace autochrome::inline base
