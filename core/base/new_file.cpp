#include "core/base/new_file.h"

#include "core/base/read_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <random>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace autochrome::inline base {
namespace {

constexpr std::string_view hiddenStart = ".autochrome-";
constexpr std::string_view hiddenEnd = ".part";

std::filesystem::path hiddenName(const std::filesystem::path& folder)
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    char digits[32];
    std::snprintf(digits, sizeof(digits), "%016llx", static_cast<unsigned long long>(random()));
    return folder / std::string(hiddenStart).append(digits).append(hiddenEnd);
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

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

bool NewFile::isLeftover(const std::filesystem::path& file)
{
    const std::string name = file.filename().native();
    return name.starts_with(hiddenStart) && name.ends_with(hiddenEnd);
}

NewFile::NewFile(std::filesystem::path target) : target_(std::move(target))
{
    if (!openNameless())
        openNamed();
}

bool NewFile::openNameless()
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

void NewFile::openNamed()
{
    isNamed_ = true;
    do {
        temporary_ = hiddenName(folderOf(target_));
        descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor_ < 0 && errno == EEXIST);
    if (descriptor_ < 0) {
        error_ = errno;
        temporary_.clear();
    }
}

NewFile::~NewFile()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
    if (isNamed_ && !temporary_.empty())
        ::unlink(temporary_.c_str());
}

bool NewFile::append(const void* bytes, std::size_t count) noexcept
{
    return writeAt(size_, bytes, count);
}

bool NewFile::writeAt(std::uint64_t offset, const void* bytes, std::size_t count) noexcept
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

std::size_t NewFile::readAt(std::uint64_t offset, void* to, std::size_t count) noexcept
{
    return readBytes(descriptor_, offset, to, count);
}

int NewFile::setModified(std::int64_t nanoseconds) noexcept
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t rest = (nanoseconds % second + second) % second; // also before 1970
    timespec times[2] = {};
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = std::time_t((nanoseconds - rest) / second);
    times[1].tv_nsec = long(rest);
    return ::futimens(descriptor_, times) == 0 ? 0 : errno;
}

int NewFile::flush() noexcept
{
    // Some file systems find only now that there is no room.
    if (error_ == 0 && ::fsync(descriptor_) != 0 && errno != EINVAL)
        error_ = errno;
    return error_;
}

// 0, or errno. A link never replaces, so what is to replace needs a name for a moment.
int NewFile::publishNameless(const std::filesystem::path& path, Existing existing)
{
    const auto link = [&](const std::filesystem::path& name) {
        return ::linkat(AT_FDCWD, temporary_.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) ==
                       0
                   ? 0
                   : errno;
    };
    if (existing == Existing::Keep)
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

int NewFile::publish(const std::filesystem::path& path, Existing existing)
{
    int error = error_;
    if (error == 0 && !isNamed_)
        error = publishNameless(path, existing);
    else if (error == 0 && existing == Existing::Keep)
        error = renameIfFree(temporary_, path);
    else if (error == 0 && ::rename(temporary_.c_str(), path.c_str()) != 0)
        error = errno;
    if (error != 0)
        return error;
    temporary_.clear();
    flushFolder(folderOf(path));
    return 0;
}

} // namespace autochrome::inline base
