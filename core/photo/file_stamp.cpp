#include "core/photo/file_stamp.h"

#include <chrono>
#include <cmath>
#include <sys/stat.h>

namespace autochrome::inline photo {
namespace {

// FAT counts in steps of two seconds.
constexpr std::int64_t slowestTick = 2'000'000'000;

std::int64_t nanoseconds(const timespec& time)
{
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileStamp stampOf(const struct stat& status)
{
    return {std::uint64_t(status.st_dev), std::uint64_t(status.st_ino),
            std::uint64_t(status.st_size), nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim)};
}

} // namespace

bool FileStamp::isFresh() const
{
    const std::int64_t now = std::chrono::duration_cast<std::chrono::nanoseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count();
    return std::abs(now - changed) <= slowestTick || std::abs(now - modified) <= slowestTick;
}

std::optional<FileStamp> FileStamp::of(const std::filesystem::path& path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? std::optional(stampOf(status)) : std::nullopt;
}

std::optional<FileStamp> FileStamp::of(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 ? std::optional(stampOf(status)) : std::nullopt;
}

} // namespace autochrome::inline photo
