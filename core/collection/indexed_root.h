#pragma once

#include "core/collection/data_origin.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline collection {

/// Where a photo lies.
struct IndexedPhoto
{
    std::string name;         ///< inside the archive, or relative to the folder; a list's: any path
    std::uint64_t offset = 0; ///< of its first byte in the archive; 0 in a folder
    std::uint64_t size = 0;   ///< bytes, when it was indexed; 0 if nobody looked

    bool operator==(const IndexedPhoto&) const = default;
};

/// The photos of one folder or tar archive, in name order or as a list names them, and how to tell
/// whether they still are.
struct IndexedRoot
{
    /// A folder or archive as it was when it was searched.
    struct Stamp
    {
        std::string path;
        std::int64_t modified = 0; ///< the file clock's ticks
        std::uint64_t size = 0;    ///< of an archive, bytes; 0 for a folder
    };

    std::filesystem::path path;
    bool isArchive = false;
    DataOrigin origin;
    std::vector<Stamp> stamps; ///< none: it is read from a list, every time
    std::vector<IndexedPhoto> photos;
    /// It belongs to the same list of photos as the root before it, whose origin speaks for both.
    bool continuesList = false;

    /// Adds the stamp of an archive or folder as it is now.
    void stamp(const std::filesystem::path& file);

    /// Whether nothing that was stamped has changed: no photo came or went. A photo whose bytes
    /// were replaced in place goes unnoticed.
    bool isCurrent() const;
};

} // namespace autochrome::inline collection
