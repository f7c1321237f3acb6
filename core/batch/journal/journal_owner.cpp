#include "core/batch/journal/journal_owner.h"

#include "core/base/text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace autochrome {
namespace {

// The lock is on a file of its own: SQLite opens, locks and may replace the journal's own files.
int openLockFile(const std::filesystem::path& journal)
{
    const std::filesystem::path path = std::filesystem::path(journal) += ".owner";
    return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
}

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

Result<JournalOwner> JournalOwner::take(const std::filesystem::path& journal,
                                        const std::string& who)
{
    const int descriptor = openLockFile(journal);
    if (descriptor < 0)
        return failure(ErrorCode::WriteFailed,
                       text("The queue in “%1” cannot be locked.", {journal.native()}),
                       std::strerror(errno));
    JournalOwner owner(descriptor);
    struct flock lock = wholeFile(F_WRLCK);
    if (::fcntl(descriptor, F_OFD_SETLK, &lock) != 0) {
        const int error = errno;
        if (error != EAGAIN && error != EACCES)
            return failure(ErrorCode::WriteFailed,
                           text("The queue in “%1” cannot be locked.", {journal.native()}),
                           std::strerror(error));
        const std::string other = contentOf(descriptor);
        return failure(ErrorCode::TargetExists,
                       text("The queue is being worked on already, by %1. You can still add photos "
                            "to it, pause it and look at it.",
                            {other.empty() ? text("another program") : other}));
    }
    const std::string name = text("%1 (process %2)", {who, std::to_string(::getpid())});
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, name.data(), name.size(), 0) != ssize_t(name.size())) {
        // Only the refusal of others gets vaguer.
    }
    return owner;
}

JournalOwner::JournalOwner(JournalOwner&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1))
{
}

JournalOwner& JournalOwner::operator=(JournalOwner&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

JournalOwner::~JournalOwner()
{
    // The file stays: removing it would let two processes lock two files of one name.
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

bool hasOwner(const std::filesystem::path& journal)
{
    const int descriptor = openLockFile(journal);
    if (descriptor < 0)
        return false;
    // Only asked, never taken: a look must not get in the way of whoever takes it now.
    struct flock lock = wholeFile(F_WRLCK);
    const bool locked = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(descriptor);
    return locked;
}

} // namespace autochrome
