#include "core/models/library_files.h"

#include "core/base/new_file.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/models/model_library.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

namespace autochrome::inline models {

namespace fs = std::filesystem;

std::string libraryFileName(const std::string& name)
{
    constexpr std::size_t longest = 100;
    std::string result;
    for (const char letter : name.substr(0, longest))
        result += letter == '/' || static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F
                      ? '_'
                      : letter;
    if (result.empty() || result.front() == '.')
        result.insert(0, "model");
    return result + libraryExtension;
}

Result<void> makeLibraryFolder(const fs::path& folder)
{
    if (folder.empty())
        return noDataFolder();
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error)
        return {};
    return failure(ErrorCode::WriteFailed,
                   text("The folder “%1” cannot be made.", {folder.string()}), error.message());
}

Result<void> copyLibraryFile(const fs::path& from, const fs::path& to, const std::string& sha256)
{
    const auto fail = [&](int error) {
        return failure(error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull
                                                          : ErrorCode::WriteFailed,
                       text("“%1” cannot be written.", {to.string()}), std::strerror(error));
    };
    NewFile copy(to);
    std::ifstream source(from, std::ios::binary);
    if (!source)
        return fail(errno);
    std::vector<char> piece(1 << 20);
    while (copy.error() == 0 &&
           (source.read(piece.data(), std::streamsize(piece.size())), source.gcount() > 0))
        copy.append(piece.data(), std::size_t(source.gcount()));
    if (copy.flush() != 0)
        return fail(copy.error());
    if (const auto copied = sha256OfFile(copy.temporaryPath()); !copied || *copied != sha256)
        return failure(
            ErrorCode::WriteFailed,
            text("The copy “%1” differs from its source; it was removed.", {to.string()}),
            copied ? *copied : copied.error().detail);
    // Somebody else may have put a file there meanwhile.
    const int error = copy.publish(NewFile::Existing::Keep);
    return error == 0 ? Result<void>() : fail(error);
}

Result<void> removeLibraryFile(const fs::path& file)
{
    std::error_code error;
    fs::remove(file, error);
    if (error)
        return failure(ErrorCode::WriteFailed, text("“%1” cannot be removed.", {file.string()}),
                       error.message());
    fs::remove(fs::path(file) += ".sha256", error);
    return {};
}

} // namespace autochrome::inline models
