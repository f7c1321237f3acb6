#include "core/base/small_file.h"

#include "core/base/new_file.h"
#include "core/base/text.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace autochrome::inline base {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest = std::uintmax_t(64) << 20;

/// Writes everything and closes; 0 or the system's error.
int writeAndClose(int descriptor, std::string_view content)
{
    int error = descriptor < 0 ? errno : 0;
    while (error == 0 && !content.empty()) {
        const ssize_t count = ::write(descriptor, content.data(), content.size());
        if (count > 0)
            content.remove_prefix(std::size_t(count));
        else if (count == 0 || errno != EINTR)
            error = count == 0 ? ENOSPC : errno;
    }
    // Some file systems tell of a full disk only now.
    if (descriptor >= 0 && ::close(descriptor) != 0 && error == 0)
        error = errno;
    return error;
}

/// Spaces at its end are nothing to JSON, and let the file shrink only as far as it was.
int writeInPlace(const fs::path& path, std::string_view content)
{
    std::error_code unknown;
    const std::uintmax_t before = fs::file_size(path, unknown);
    if (unknown)
        return ENOSPC;
    std::string padded(content);
    if (padded.size() < before)
        padded.append(std::size_t(before) - padded.size(), ' ');
    return writeAndClose(::open(path.c_str(), O_WRONLY | O_CLOEXEC), padded);
}

} // namespace

Result<void> replaceSmallFile(const fs::path& path, std::string_view content, WhenFull whenFull)
{
    int error = 0;
    {
        NewFile file(path);
        file.append(content.data(), content.size());
        error = file.error() != 0 ? file.error() : file.publish(NewFile::Existing::Replace);
    } // gone, so that what it held is free again
    if (error == 0)
        return {};
    const bool isFull = error == ENOSPC || error == EDQUOT;
    if (isFull && whenFull == WhenFull::WriteInPlace && writeInPlace(path, content) == 0)
        return {};
    return failure(isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
                   text("“%1” cannot be written.", {path.string()}), std::strerror(error));
}

Result<std::string> readSmallFile(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return failure(ErrorCode::NotFound, text("There is no file “%1”.", {path.string()}));
    if (fs::file_size(path, error) > largest && !error)
        return failure(ErrorCode::TooLarge, text("“%1” cannot be read.", {path.string()}));
    std::ifstream file(path, std::ios::binary);
    std::string content;
    char piece[4096];
    while (file.read(piece, sizeof(piece)), file.gcount() > 0)
        content.append(piece, std::size_t(file.gcount()));
    if (error || !file.is_open() || file.bad()) // a folder can be opened, but not read
        return failure(ErrorCode::Unreadable, text("“%1” cannot be read.", {path.string()}),
                       error.message());
    return content;
}

} // namespace autochrome::inline base
