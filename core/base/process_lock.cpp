#include "core/base/process_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace autochrome::inline base {
namespace {

// A lock of the open file (not of the process, which would lose it by closing any other descriptor
// of it).
struct flock wholeFile(short type)
{
    struct flock lock
    {
    };
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

std::string contentOf(int descriptor)
{
    char content[256];
    const ssize_t count = ::pread(descriptor, content, sizeof(content), 0);
    return count > 0 ? std::string(content, std::size_t(count)) : std::string();
}

} // namespace

tl::expected<ProcessLock, ProcessLock::Refusal> ProcessLock::take(const std::filesystem::path& file,
                                                                  const std::string& holder)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return tl::make_unexpected(Refusal{false, {}, std::strerror(errno)});
    ProcessLock lock(descriptor);
    struct flock whole = wholeFile(F_WRLCK);
    if (::fcntl(descriptor, F_OFD_SETLK, &whole) != 0) {
        const int error = errno;
        if (error != EAGAIN && error != EACCES)
            return tl::make_unexpected(Refusal{false, {}, std::strerror(error)});
        return tl::make_unexpected(Refusal{true, contentOf(descriptor), {}});
    }
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, holder.data(), holder.size(), 0) != ssize_t(holder.size())) {
        // Only the refusal of others gets vaguer.
    }
    return lock;
}

ProcessLock::ProcessLock(ProcessLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1))
{
}

ProcessLock& ProcessLock::operator=(ProcessLock&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

ProcessLock::~ProcessLock()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

bool ProcessLock::isTaken(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct flock lock = wholeFile(F_WRLCK);
    const bool taken = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(descriptor);
    return taken;
}

} // namespace autochrome::inline base
