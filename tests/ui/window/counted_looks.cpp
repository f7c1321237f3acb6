// Stands before the C library's functions that look at a file, and counts.
#include "tests/ui/window/counted_looks.h"

#include <atomic>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<int> looks = 0;

long counted(long number, long one, const void* two, void* three, long four, void* five)
{
    if (gettid() == getpid())
        ++looks;
    return syscall(number, one, two, three, four, five);
}

} // namespace

#define AUTOCHROME_SEEN extern "C" __attribute__((visibility("default")))

// Not from <sys/stat.h>, whose declarations differ from one C library to the next.
AUTOCHROME_SEEN int stat(const char* path, void* status) noexcept
{
    return int(counted(SYS_newfstatat, AT_FDCWD, path, status, 0, nullptr));
}
AUTOCHROME_SEEN int stat64(const char* path, void* status) noexcept
{
    return int(counted(SYS_newfstatat, AT_FDCWD, path, status, 0, nullptr));
}
AUTOCHROME_SEEN int lstat(const char* path, void* status) noexcept
{
    return int(counted(SYS_newfstatat, AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW, nullptr));
}
AUTOCHROME_SEEN int lstat64(const char* path, void* status) noexcept
{
    return int(counted(SYS_newfstatat, AT_FDCWD, path, status, AT_SYMLINK_NOFOLLOW, nullptr));
}
AUTOCHROME_SEEN int statx(int folder, const char* path, int flags, unsigned mask,
                          void* status) noexcept
{
    if (gettid() == getpid())
        ++looks;
    return int(syscall(SYS_statx, folder, path, flags, mask, status));
}

namespace autochrome {

int looksAtFiles()
{
    return looks;
}

} // namespace autochrome
