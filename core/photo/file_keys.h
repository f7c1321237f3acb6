#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace autochrome::inline photo {

/// What a file is known by, however its path is spelled: through links, hard links, another mount.
/// Hashes, which are compared without looking at the disk again.
struct FileKeys
{
    std::uint64_t place = 0;             ///< its folder and its name
    std::optional<std::uint64_t> behind; ///< the place that it leads to, of a link
    std::optional<std::uint64_t> file;   ///< device and inode; none if it is not there
    std::uint64_t loosePlace = 0;        ///< its place where letters may be small or capital

    /// Looks at the disk, which may take its time on another machine's.
    static FileKeys of(const std::filesystem::path& path);
};

} // namespace autochrome::inline photo
