#include "core/photo/formats/byte_source.h"

#include "core/base/read_bytes.h"
#include "core/base/text.h"
#include "core/photo/formats/read_failure.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace autochrome::inline photo {

FileSource::FileSource(const std::filesystem::path& path) : path_(path)
{
    const std::string name = path.filename().string();
    // O_NONBLOCK: opening a named pipe must not wait for its writer.
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) {
        const int error = errno;
        if (error == ENOENT || error == ENOTDIR)
            throw ReadFailure(ErrorCode::NotFound, text("“%1” does not exist.", {name}),
                              path.string());
        throw ReadFailure(ErrorCode::Unreadable,
                          text("“%1” cannot be opened: %2.", {name, std::strerror(error)}),
                          path.string());
    }
    struct stat status = {};
    const bool known = ::fstat(descriptor_, &status) == 0;
    if (!known || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        throw ReadFailure(ErrorCode::Unreadable,
                          known && S_ISDIR(status.st_mode)
                              ? text("“%1” is a folder, not a photo.", {name})
                              : text("“%1” is not an ordinary file.", {name}),
                          path.string());
    }
    stamp_ = FileStamp::of(descriptor_).value_or(FileStamp());
    size_ = stamp_.size;
}

FileSource::~FileSource()
{
    ::close(descriptor_);
}

std::size_t FileSource::read(std::uint64_t offset, void* to, std::size_t count) noexcept
{
    return readBytes(descriptor_, offset, to, count);
}

std::size_t MemorySource::read(std::uint64_t offset, void* to, std::size_t count) noexcept
{
    if (count == 0 || offset >= bytes_.size())
        return 0;
    const std::size_t available = std::min<std::uint64_t>(count, bytes_.size() - offset);
    std::memcpy(to, bytes_.data() + offset, available);
    return available;
}

} // namespace autochrome::inline photo
