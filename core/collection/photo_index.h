#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/collection/indexed_root.h"
#include "core/collection/places365.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline collection {

/// Where every photo of a set of folders, tar archives and lists of photos lies: built once, a few
/// dozen bytes per photo; the photos themselves stay on disk and are read by offset.
class PhotoIndex
{
public:
    /// Folders are searched recursively; photos are taken by extension, in name order, so that the
    /// same data give the same index everywhere. A file "….txt" is a list of photos (photoList()),
    /// taken as it stands. Fails if a path cannot be read or no photo is found.
    /// @param split  of folders that hold a published data set (places365Split()); of others all
    /// @param file   keeps the index for the next run, which then searches only what has changed;
    ///               empty keeps nothing. One that cannot be written is no error
    static Result<PhotoIndex> build(const std::vector<std::filesystem::path>& paths,
                                    const Progress& progress,
                                    DataSplit split = DataSplit::Everything,
                                    const std::filesystem::path& file = {});

    std::int64_t count() const { return count_; }
    std::string name(std::int64_t index) const;

    /// How a list of photos names this one from anywhere: its absolute path, or that of its
    /// archive,
    /// "::" and its name in it.
    std::string address(std::int64_t index) const;

    /// The kind of a photo, as its place tells it: the folder it is in below the one that was
    /// searched or inside the archive ("beach", "a/abbey"). For a photo that lies at the top, and
    /// for one that a list names from elsewhere, the last folder's or the archive's own name.
    std::string category(std::int64_t index) const;

    std::vector<DataOrigin> origins() const;

    /// The encoded bytes of a photo. Thread-safe.
    Result<std::vector<std::uint8_t>> read(std::int64_t index) const;

private:
    void add(IndexedRoot root);
    const IndexedPhoto& photo(std::int64_t index, const IndexedRoot*& root) const;

    std::vector<IndexedRoot> roots_;
    std::vector<std::int64_t> firsts_; ///< number of each root's first photo
    std::int64_t count_ = 0;
};

} // namespace autochrome::inline collection
