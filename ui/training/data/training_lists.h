#pragma once

#include "core/base/error.h"
#include "ui/training/data/training_data.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace autochrome {

/// Lists of photos as the trainer takes them.
struct TrainingLists
{
    std::vector<std::filesystem::path> train = {};
    std::vector<std::filesystem::path> validation = {}; ///< empty if all photos are for training
    std::int64_t photos = 0;                            ///< for training
    std::int64_t validationPhotos = 0;
};

/// Writes train.txt and validation.txt of a split into a folder, which is made; lists of an earlier
/// one are replaced. Takes some seconds for a million photos: not for the window's thread. Errors:
/// NotFound if one of the sources has gone since they were looked through; Corrupt if no photo can
/// be listed; those of writePhotoList().
Result<TrainingLists> writeTrainingLists(const TrainingData& data,
                                         const std::filesystem::path& folder);

} // namespace autochrome
