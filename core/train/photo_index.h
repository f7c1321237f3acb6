#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/train/places365.h"
#include "core/train/sample_source.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome {

/// Where every photo of a set of folders and tar archives lies: built once, a few dozen bytes per
/// photo; the photos themselves stay on disk and are read by offset.
class PhotoIndex
{
public:
    /// Folders are searched recursively; photos are taken by extension, in name order, so that the
    /// same data give the same index everywhere. Fails if a path cannot be read or no photo is
    /// found.
    /// @param split  of folders that hold a published data set (places365Split()); of others all
    static Result<PhotoIndex> build(const std::vector<std::filesystem::path>& paths,
                                    const Progress& progress,
                                    DataSplit split = DataSplit::Everything);

    std::int64_t count() const { return std::int64_t(entries_.size()); }
    std::string name(std::int64_t index) const;
    const std::vector<DataOrigin>& origins() const { return origins_; }

    /// The encoded bytes of a photo. Thread-safe.
    Result<std::vector<std::uint8_t>> read(std::int64_t index) const;

private:
    struct Entry
    {
        std::uint32_t root = 0;
        std::string name; // inside the archive, or relative to the folder
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };
    Result<void> addArchive(const std::filesystem::path& path);
    Result<void> addFolder(const std::filesystem::path& path, const Progress& progress);
    /// Photos that a published list names; nothing is looked for, a missing one is found out later.
    void addListed(const SplitFolder& split);

    std::vector<std::filesystem::path> roots_;
    std::vector<bool> isArchive_;
    std::vector<DataOrigin> origins_;
    std::vector<Entry> entries_;
};

} // namespace autochrome
