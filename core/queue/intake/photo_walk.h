#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/photo/photo.h"

#include <filesystem>
#include <functional>
#include <set>
#include <vector>

namespace autochrome::inline queue {

/// One photo that was found.
struct FoundPhoto
{
    std::filesystem::path path; ///< as it was named or below the folder that was named
    std::filesystem::path root; ///< that folder; empty if the photo was named itself
    std::int64_t size = 0;      ///< bytes
    std::int64_t modified = 0;  ///< nanoseconds of the file system's clock
};

/// Which files of a folder are taken. Files that are named themselves always are.
struct WalkFilter
{
    bool recursive = true;
    std::set<FileFormat> formats = {};  ///< empty: all
    std::int64_t smallest = 0;          ///< bytes
    std::int64_t largest = -1;          ///< bytes; -1: no limit
    std::filesystem::path leftOut = {}; ///< a folder that is not entered: the results' own
    /// Asked for each file before anything is read of it; empty: all are wanted.
    std::function<bool(const FoundPhoto&)> wanted = {};
    bool mayBeEmpty = false; ///< a folder without photos is no problem
};

/// Looks for photos: files with a photo's extension, and others whose content is a photo, folder by
/// folder in the order of their names. Hidden files and folders are left out; links to folders are
/// not followed, so that no loop can catch the walk. A file or folder that cannot be read, or a
/// folder without photos, becomes a problem, and the walk goes on.
/// @param found    called for each photo
/// @param problem  called for each sentence of what went wrong
/// Error: Cancelled.
Result<void> walkPhotos(const std::vector<std::filesystem::path>& inputs, const WalkFilter& filter,
                        const std::function<void(FoundPhoto)>& found,
                        const std::function<void(Error)>& problem,
                        const Progress& progress = Progress());

/// The paths of a list: one a line, empty lines and those that begin with # left out, relative ones
/// below `base`. Errors: NotFound, Unreadable.
Result<std::vector<std::filesystem::path>> readPhotoList(const std::filesystem::path& list,
                                                         const std::filesystem::path& base);

/// Part `index` (from 1) of `count` of a collection: a photo is in the same part on every machine,
/// wherever the folder that was added is mounted.
bool isInShard(const FoundPhoto& photo, int index, int count);

} // namespace autochrome::inline queue
