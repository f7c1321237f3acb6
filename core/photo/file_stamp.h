#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace autochrome::inline photo {

/// What the system says of a file's content at one moment: another stamp means that somebody wrote
/// to it in between.
struct FileStamp
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::int64_t changed = 0;  ///< likewise, of the file's entry: nobody can set it back

    bool operator==(const FileStamp&) const = default;

    /// Whether a further change might not show yet: the clocks of file systems tick slowly.
    bool isFresh() const;

    /// None for what is not there.
    static std::optional<FileStamp> of(const std::filesystem::path& path);
    /// Of an open file.
    static std::optional<FileStamp> of(int descriptor);
};

} // namespace autochrome::inline photo
