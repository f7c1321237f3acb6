#include "core/photo/output_file.h"

#include "core/base/text.h"
#include "core/photo/formats/write_failure.h"

#include <cerrno>
#include <cstring>

namespace autochrome::inline photo {

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

OutputFile::OutputFile(const std::filesystem::path& target) : NewFile(target)
{
    check();
}

void OutputFile::check() const
{
    if (error() != 0)
        throw WriteFailure::ofSystem(error(), targetPath());
}

void OutputFile::flush()
{
    NewFile::flush();
    check();
}

bool OutputFile::publish(const std::filesystem::path& path, bool replace)
{
    const int error = NewFile::publish(path, replace ? Existing::Replace : Existing::Keep);
    if (error == EEXIST && !replace)
        return false;
    if (error != 0)
        throw WriteFailure::ofSystem(error, path);
    return true;
}

} // namespace autochrome::inline photo
