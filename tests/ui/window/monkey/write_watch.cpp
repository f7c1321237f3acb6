#include "tests/ui/window/monkey/write_watch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

namespace autochrome {

namespace {

std::atomic<bool> watching{false};
std::atomic<long> calls{0};
std::mutex mutex;
std::string sandboxFolder;
std::vector<std::string> foreignCalls;

/// Absolute and without links, as far as the path exists; its last part may not.
std::string resolved(int folder, const char* path)
{
    std::string whole = path;
    if (path[0] != '/' && folder != AT_FDCWD) {
        std::array<char, PATH_MAX> buffer{};
        const std::string link = "/proc/self/fd/" + std::to_string(folder);
        const ssize_t length = ::readlink(link.c_str(), buffer.data(), buffer.size() - 1);
        whole = std::string(buffer.data(), length > 0 ? std::size_t(length) : 0) + '/' + path;
    }
    std::array<char, PATH_MAX> buffer{};
    if (::realpath(whole.c_str(), buffer.data()))
        return buffer.data();
    const auto slash = whole.rfind('/');
    const std::string parent = slash == std::string::npos ? "." : whole.substr(0, slash + 1);
    if (::realpath(parent.c_str(), buffer.data()))
        return std::string(buffer.data()) + '/' + whole.substr(slash + 1);
    return whole;
}

bool isUnder(const std::string& path, const std::string& folder)
{
    return path == folder || path.rfind(folder + '/', 0) == 0;
}

void look(const char* call, int folder, const char* path)
{
    thread_local bool inside = false; // realpath() and strings may open something themselves
    if (!watching || inside || !path)
        return;
    inside = true;
    const int error = errno;
    ++calls;
    const std::string target = resolved(folder, path);
    const std::string own = "/proc/" + std::to_string(::getpid());
    if (!isUnder(target, sandboxFolder) && !isUnder(target, "/dev") && !isUnder(target, own)) {
        const std::lock_guard lock(mutex);
        const std::string line = std::string(call) + ' ' + target;
        if (std::find(foreignCalls.begin(), foreignCalls.end(), line) == foreignCalls.end())
            foreignCalls.push_back(line);
    }
    errno = error;
    inside = false;
}

bool writes(int flags)
{
    return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0;
}

bool writes(const char* mode)
{
    return std::strpbrk(mode, "wa+") != nullptr;
}

/// The C library's own.
template <class Function>
Function real(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

void WriteWatch::begin(const std::string& sandbox)
{
    sandboxFolder = sandbox;
    watching = true;
}

std::vector<std::string> WriteWatch::foreign()
{
    const std::lock_guard lock(mutex);
    return foreignCalls;
}

long WriteWatch::seen()
{
    return calls;
}

} // namespace autochrome

// The C library's functions, each with a look before. Its headers declare them with attributes that
// a definition need not repeat.
using autochrome::look;
using autochrome::real;
using autochrome::writes;

#undef open
#undef open64
#undef openat
#undef openat64
#undef creat
#undef creat64
#undef fopen
#undef fopen64
#undef freopen
#undef freopen64

// Seen by the libraries, too, whatever the compiler hides of the rest.
#pragma GCC visibility push(default)

#define AUTOCHROME_OPEN(name)                                                                      \
    extern "C" int name(const char* path, int flags, ...)                                          \
    {                                                                                              \
        mode_t mode = 0;                                                                           \
        if (flags & (O_CREAT | __O_TMPFILE)) {                                                     \
            va_list more;                                                                          \
            va_start(more, flags);                                                                 \
            mode = va_arg(more, mode_t);                                                           \
            va_end(more);                                                                          \
        }                                                                                          \
        if (writes(flags))                                                                         \
            look("open", AT_FDCWD, path);                                                          \
        static const auto next = real<int (*)(const char*, int, ...)>(#name);                      \
        return next(path, flags, mode);                                                            \
    }
#define AUTOCHROME_OPENAT(name)                                                                    \
    extern "C" int name(int folder, const char* path, int flags, ...)                              \
    {                                                                                              \
        mode_t mode = 0;                                                                           \
        if (flags & (O_CREAT | __O_TMPFILE)) {                                                     \
            va_list more;                                                                          \
            va_start(more, flags);                                                                 \
            mode = va_arg(more, mode_t);                                                           \
            va_end(more);                                                                          \
        }                                                                                          \
        if (writes(flags))                                                                         \
            look("open", folder, path);                                                            \
        static const auto next = real<int (*)(int, const char*, int, ...)>(#name);                 \
        return next(folder, path, flags, mode);                                                    \
    }
#define AUTOCHROME_FOPEN(name)                                                                     \
    extern "C" FILE* name(const char* path, const char* mode)                                      \
    {                                                                                              \
        if (writes(mode))                                                                          \
            look("open", AT_FDCWD, path);                                                          \
        static const auto next = real<FILE* (*)(const char*, const char*)>(#name);                 \
        return next(path, mode);                                                                   \
    }

AUTOCHROME_OPEN(open)
AUTOCHROME_OPEN(open64)
AUTOCHROME_OPENAT(openat)
AUTOCHROME_OPENAT(openat64)
AUTOCHROME_FOPEN(fopen)
AUTOCHROME_FOPEN(fopen64)

extern "C" {

int creat(const char* path, mode_t mode)
{
    return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int mkdir(const char* path, mode_t mode) noexcept
{
    look("mkdir", AT_FDCWD, path);
    static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
    return next(path, mode);
}

int rename(const char* from, const char* to) noexcept
{
    look("rename", AT_FDCWD, from);
    look("rename", AT_FDCWD, to);
    static const auto next = real<int (*)(const char*, const char*)>("rename");
    return next(from, to);
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to,
              unsigned int flags) noexcept
{
    look("rename", fromFolder, from);
    look("rename", toFolder, to);
    static const auto next =
        real<int (*)(int, const char*, int, const char*, unsigned int)>("renameat2");
    return next(fromFolder, from, toFolder, to, flags);
}

int link(const char* from, const char* to) noexcept
{
    look("link", AT_FDCWD, to);
    static const auto next = real<int (*)(const char*, const char*)>("link");
    return next(from, to);
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    look("link", toFolder, to);
    static const auto next = real<int (*)(int, const char*, int, const char*, int)>("linkat");
    return next(fromFolder, from, toFolder, to, flags);
}

int symlink(const char* from, const char* to) noexcept
{
    look("link", AT_FDCWD, to);
    static const auto next = real<int (*)(const char*, const char*)>("symlink");
    return next(from, to);
}

int unlink(const char* path) noexcept
{
    look("remove", AT_FDCWD, path);
    static const auto next = real<int (*)(const char*)>("unlink");
    return next(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept
{
    look("remove", folder, path);
    static const auto next = real<int (*)(int, const char*, int)>("unlinkat");
    return next(folder, path, flags);
}

int remove(const char* path) noexcept
{
    look("remove", AT_FDCWD, path);
    static const auto next = real<int (*)(const char*)>("remove");
    return next(path);
}

int rmdir(const char* path) noexcept
{
    look("remove", AT_FDCWD, path);
    static const auto next = real<int (*)(const char*)>("rmdir");
    return next(path);
}

int truncate64(const char* path, off64_t length) noexcept
{
    look("truncate", AT_FDCWD, path);
    static const auto next = real<int (*)(const char*, off64_t)>("truncate64");
    return next(path, length);
}

int mkstemps64(char* pattern, int suffix)
{
    look("open", AT_FDCWD, pattern);
    static const auto next = real<int (*)(char*, int)>("mkstemps64");
    return next(pattern, suffix);
}

} // extern "C"

#pragma GCC visibility pop
