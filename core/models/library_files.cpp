#include "core/models/library_files.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/models/model_library.h"

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
    // No name that a list would take for one of its files.
    const fs::path fresh =
        to.parent_path() / std::string(".").append(to.filename().string()).append(".new");
    std::error_code error;
    fs::copy_file(from, fresh, fs::copy_options::overwrite_existing, error);
    std::error_code ignored;
    if (!error) {
        if (const auto copied = sha256OfFile(fresh); !copied || *copied != sha256) {
            fs::remove(fresh, ignored);
            return failure(
                ErrorCode::WriteFailed,
                text("The copy “%1” is not what was copied; it was removed.", {to.string()}),
                copied ? *copied : copied.error().detail);
        }
        // A link fails where a rename would replace what somebody else put there meanwhile.
        fs::create_hard_link(fresh, to, error);
        if (error && !fs::exists(to, ignored)) // a file system without links
            fs::rename(fresh, to, error);
    }
    fs::remove(fresh, ignored);
    if (!error)
        return {};
    const bool isFull = error == std::errc::no_space_on_device;
    return failure(isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
                   text("“%1” cannot be written.", {to.string()}), error.message());
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
