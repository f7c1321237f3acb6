#include "app/cli/train/train_sources.h"

#include "core/base/text.h"
#include "core/learn/data/shards/shard_source.h"
#ifndef AUTOCHROME_NETWORK_ONLY
#include "core/learn/data/photo_source.h"

#include <opencv2/core/utility.hpp>
#endif

#include <algorithm>

namespace autochrome::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> toPaths(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

} // namespace

Result<std::unique_ptr<SampleSource>> openSource(const SourceRequest& request,
                                                 const TrainingSettings& settings,
                                                 torch::Device device, const Progress& progress)
{
    const bool areShards =
        std::all_of(request.names.begin(), request.names.end(), [](const std::string& name) {
            return fs::path(name).extension() == ".safetensors";
        });
    const double agedShare = request.split == DataSplit::Train ? settings.agedShare : 0;
    if (areShards)
        return ShardSource::open(toPaths(request.names), settings.seed, device, agedShare)
            .map([](auto source) -> std::unique_ptr<SampleSource> { return source; });
#ifdef AUTOCHROME_NETWORK_ONLY
    (void)progress;
    return failure(ErrorCode::Usage,
                   text("This program was built to train from shards; `autochrome-cli shards` of a "
                        "whole build makes them."));
#else
    cv::setNumThreads(1); // each worker decodes one photo; the network has the cores
    return PhotoIndex::build(toPaths(request.names), progress, request.split, request.indexFile)
        .map([&](PhotoIndex index) -> std::unique_ptr<SampleSource> {
            return std::make_unique<PhotoSource>(std::move(index), settings.seed, request.workers,
                                                 agedShare);
        });
#endif
}

} // namespace autochrome::cli
