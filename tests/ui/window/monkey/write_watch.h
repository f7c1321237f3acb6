#pragma once

#include <string>
#include <vector>

namespace autochrome {

/// Watches what this process writes, by whatever library: every call of the C library that opens a
/// file for writing, makes, links, renames, shortens or removes one is looked at (the program's own
/// definitions of open(), rename() and so on come before the C library's). Not seen: other
/// processes, and what a library would ask of the kernel directly.
class WriteWatch
{
public:
    /// From now on a path that is neither in `sandbox` nor a device nor in /proc/self counts as
    /// foreign.
    /// @param sandbox  an absolute path without links
    static void begin(const std::string& sandbox);

    /// The calls that went elsewhere, "open /home/ann/x", each once.
    static std::vector<std::string> foreign();

    /// How many calls were looked at: 0 would mean that nothing is watched.
    static long seen();
};

} // namespace autochrome
