#pragma once

#include "core/base/error.h"
#include "core/learn/survey/survey.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace autochrome::inline learn {

/// What stays together when photos are parted.
enum class SplitBy {
    Hash,  ///< near-copies
    Folder ///< all photos of a folder
};

struct SplitSettings
{
    SplitBy by = SplitBy::Hash;
    double share = 0.1; ///< of the usable photos that are for validation, in (0, 1)
};

/// The usable photos on two sides, as numbers in the survey, ascending.
struct TrainSplit
{
    std::vector<std::int64_t> train;
    std::vector<std::int64_t> validation;
    /// By folder: photos of the larger side that look like one of the smaller. They are on neither.
    std::vector<std::int64_t> withheld;
};

/// Parts the usable photos so that near-copies never stand on both sides. Which side a photo goes
/// to follows from the contents of the photos alone: not from their names, their order or the place
/// of the collection. (By folder it matters, too, which folder is the first to hold a file that is
/// there twice.) If two or more units (groups of near-copies, or folders) are there, both sides
/// hold at least one photo; else all are for training. By folder, the share is met as nearly as
/// whole folders allow. Errors: Usage if the share is not in (0, 1), or if the folders hold copies
/// of each other, so that nothing would be left of one side; Corrupt if no photo can be used.
Result<TrainSplit> splitPhotos(const Survey& survey, const SplitSettings& settings);

/// Writes train.txt and validation.txt, lists of photos as PhotoIndex takes them, into a folder,
/// which is made; lists of an earlier split are replaced, a side without photos has none. A photo
/// whose name holds a line break cannot be listed and is left out. Errors: WriteFailed, DiskFull,
/// SameAsSource if the survey itself was made from a list that would be replaced.
Result<void> writeSplit(const Survey& survey, const TrainSplit& split,
                        const std::filesystem::path& folder);

/// Writes such a list at a path, in place of what is there; without photos, nothing stays there.
/// Errors: WriteFailed, DiskFull, SameAsSource.
/// @returns how many photos are on it
Result<std::int64_t> writePhotoList(const Survey& survey, const std::vector<std::int64_t>& photos,
                                    const std::filesystem::path& list);

/// Names of the lists that writeSplit() makes.
inline constexpr const char* trainList = "train.txt";
inline constexpr const char* validationList = "validation.txt";

} // namespace autochrome::inline learn
