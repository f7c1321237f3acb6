#include "core/photo/output_file.h"

#include "core/base/text.h"
#include "core/photo/formats/write_failure.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace autochrome::inline photo {
namespace {

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

std::filesystem::path hiddenName(const std::filesystem::path& folder)
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    char name[64];
    std::snprintf(name, sizeof(name), ".autochrome-%016llx.part",
                  static_cast<unsigned long long>(random()));
    return folder / name;
}

void flushFolder(const std::filesystem::path& folder)
{
    // The name must survive a power cut as well as the bytes; where folders cannot be synced, the
    // file system promises nothing anyway.
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

/// Renames only if nothing is there: 0, or errno.
int renameIfFree(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // The file system cannot do that in one step, but a hard link never replaces either.
    if (::link(from.c_str(), to.c_str()) == 0) {
        ::unlink(from.c_str());
        return 0;
    }
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
        return errno;
    // No hard links (FAT): claim the name, then replace the empty claim.
    const int claim = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (claim < 0)
        return errno;
    ::close(claim);
    if (::rename(from.c_str(), to.c_str()) == 0)
        return 0;
    const int error = errno;
    ::unlink(to.c_str());
    return error;
}

} // namespace

WriteFailure WriteFailure::ofSystem(int error, const std::filesystem::path& target)
{
    const std::string name = target.filename().string();
    const std::string folder = folderOf(target).string();
    const std::string reason = std::strerror(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull,
                text("“%1” could not be written: there is no room left in “%2”.", {name, folder}),
                reason};
    case EFBIG:
        return {
            ErrorCode::WriteFailed,
            text("“%1” could not be written: “%2” cannot hold a file this large.", {name, folder}),
            reason};
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::WriteFailed,
                text("“%1” could not be written: there is no folder “%2”.", {name, folder}),
                reason};
    case EACCES:
    case EPERM:
    case EROFS:
        return {
            ErrorCode::WriteFailed,
            text("“%1” could not be written: the folder “%2” does not allow it.", {name, folder}),
            reason};
    case EISDIR:
        return {ErrorCode::WriteFailed,
                text("“%1” could not be written: there is a folder of that name.", {name}), reason};
    default:
        return {ErrorCode::WriteFailed, text("“%1” could not be written: %2.", {name, reason}),
                reason};
    }
}

OutputFile::OutputFile(const std::filesystem::path& target) : target_(target)
{
    if (!openNameless())
        openNamed();
}

bool OutputFile::openNameless()
{
    descriptor_ = ::open(folderOf(target_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
    if (descriptor_ < 0)
        return false;
    temporary_ = std::filesystem::path("/proc/self/fd") / std::to_string(descriptor_);
    if (::access(temporary_.c_str(), F_OK) == 0)
        return true;
    ::close(descriptor_); // without /proc it could never be given a name
    return false;
}

void OutputFile::openNamed()
{
    isNamed_ = true;
    do {
        temporary_ = hiddenName(folderOf(target_));
        descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor_ < 0 && errno == EEXIST);
    if (descriptor_ < 0)
        throw WriteFailure::ofSystem(errno, target_);
}

OutputFile::~OutputFile()
{
    ::close(descriptor_);
    if (isNamed_ && !temporary_.empty())
        ::unlink(temporary_.c_str());
}

bool OutputFile::append(const void* bytes, std::size_t count) noexcept
{
    return writeAt(size_, bytes, count);
}

bool OutputFile::writeAt(std::uint64_t offset, const void* bytes, std::size_t count) noexcept
{
    std::size_t done = 0;
    while (done < count) {
        const ssize_t written = ::pwrite(descriptor_, static_cast<const char*>(bytes) + done,
                                         count - done, off_t(offset + done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            if (error_ == 0)
                error_ = written < 0 ? errno : EIO;
            return false;
        }
        done += std::size_t(written);
    }
    size_ = std::max(size_, offset + count);
    return true;
}

std::size_t OutputFile::readAt(std::uint64_t offset, void* to, std::size_t count) noexcept
{
    std::size_t done = 0;
    while (done < count) {
        const ssize_t got =
            ::pread(descriptor_, static_cast<char*>(to) + done, count - done, off_t(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += std::size_t(got);
    }
    return done;
}

void OutputFile::check() const
{
    if (error_ != 0)
        throw WriteFailure::ofSystem(error_, target_);
}

int OutputFile::setModified(std::int64_t nanoseconds) noexcept
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t rest = (nanoseconds % second + second) % second; // also before 1970
    timespec times[2] = {};
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = std::time_t((nanoseconds - rest) / second);
    times[1].tv_nsec = long(rest);
    return ::futimens(descriptor_, times) == 0 ? 0 : errno;
}

void OutputFile::flush()
{
    check();
    // Some file systems find only now that there is no room.
    if (::fsync(descriptor_) != 0 && errno != EINVAL)
        throw WriteFailure::ofSystem(errno, target_);
}

// 0, or errno. A link never replaces, so what is to replace needs a name for a moment.
int OutputFile::publishNameless(const std::filesystem::path& path, bool replace)
{
    const auto link = [&](const std::filesystem::path& name) {
        return ::linkat(AT_FDCWD, temporary_.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) ==
                       0
                   ? 0
                   : errno;
    };
    if (!replace)
        return link(path);
    std::filesystem::path name;
    int error = 0;
    do {
        name = hiddenName(folderOf(path));
        error = link(name);
    } while (error == EEXIST);
    if (error != 0 || ::rename(name.c_str(), path.c_str()) == 0)
        return error;
    error = errno;
    ::unlink(name.c_str());
    return error;
}

bool OutputFile::publish(const std::filesystem::path& path, bool replace)
{
    int error = 0;
    if (!isNamed_)
        error = publishNameless(path, replace);
    else if (!replace)
        error = renameIfFree(temporary_, path);
    else if (::rename(temporary_.c_str(), path.c_str()) != 0)
        error = errno;
    if (error == EEXIST && !replace)
        return false;
    if (error != 0)
        throw WriteFailure::ofSystem(error, path);
    temporary_.clear();
    flushFolder(folderOf(path));
    return true;
}

} // namespace autochrome::inline photo
