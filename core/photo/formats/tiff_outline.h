#pragma once

#include "core/photo/formats/byte_source.h"

#include <optional>
#include <vector>

namespace autochrome::inline photo {

/// What the directories of a TIFF or BigTIFF say, without libtiff and without a look at anything
/// else: cheap enough to be done to every file, and safe on any bytes.
class TiffOutline
{
public:
    struct Directory
    {
        bool full = false; ///< has a size, and is neither a reduced copy nor a mask
        unsigned photometric = 0;
        unsigned compression = 0;
        bool hasDngVersion = false;
        std::vector<std::uint64_t> under = {}; ///< where subordinate ones are
        std::uint64_t next = 0;                ///< where the next one is; 0: this is the last
    };

    explicit TiffOutline(ByteSource& bytes);

    /// Where the first directory is; 0 if the file is no TIFF.
    std::uint64_t first() const { return first_; }
    /// None if there is none.
    std::optional<Directory> read(std::uint64_t offset) const;

private:
    std::uint64_t number(const std::uint8_t* from, std::size_t size) const;
    std::uint64_t valueOf(const std::uint8_t* entry) const;
    std::vector<std::uint64_t> offsetsIn(const std::uint8_t* entry) const;
    void take(const std::uint8_t* entry, Directory& directory) const;

    ByteSource& bytes_;
    bool bigEndian_ = false;
    bool big_ = false;
    std::uint64_t first_ = 0;
};

} // namespace autochrome::inline photo
