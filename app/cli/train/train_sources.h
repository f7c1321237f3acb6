#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/collection/places365.h"
#include "core/learn/data/sample_source.h"
#include "core/learn/loop/training_settings.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::cli {

/// Where the photos of a training come from.
struct SourceRequest
{
    std::vector<std::string> names; ///< shards, or folders and tar archives
    DataSplit split = DataSplit::Train;
    int workers = 1;
    std::filesystem::path indexFile; ///< remembers what was found; may be empty
};

/// Shards, if all of the paths are; else folders and tar archives of photos.
Result<std::unique_ptr<SampleSource>> openSource(const SourceRequest& request,
                                                 const TrainingSettings& settings,
                                                 torch::Device device, const Progress& progress);

} // namespace autochrome::cli
