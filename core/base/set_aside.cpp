#include "core/base/set_aside.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>

namespace autochrome::inline base {

namespace fs = std::filesystem;

std::optional<fs::path> setAside(const fs::path& file)
{
    constexpr int most = 1000;
    for (int number = 1; number < most; ++number) {
        fs::path aside = file;
        aside += number == 1 ? std::string(".aside") : ".aside" + std::to_string(number);
        if (::renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, aside.c_str(), RENAME_NOREPLACE) == 0)
            return aside;
        if (errno == ENOENT)
            return fs::path();
        if (errno == EEXIST)
            continue;
        if (errno != EINVAL && errno != ENOSYS)
            return std::nullopt;
        std::error_code error; // a file system that cannot promise it
        if (fs::exists(fs::symlink_status(aside, error)))
            continue;
        fs::rename(file, aside, error);
        if (error)
            return std::nullopt;
        return aside;
    }
    return std::nullopt;
}

} // namespace autochrome::inline base
