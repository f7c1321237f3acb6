#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/collection/photo_index.h"
#include "core/learn/data/sample_source.h"

#include <filesystem>

namespace autochrome::inline learn {

/// What makeShards() did.
struct ShardCounts
{
    std::int64_t photos = 0; ///< decoded and written
    std::int64_t shards = 0;
    SkipCounts skipped; ///< left out
};

struct ShardOptions
{
    int side = 256;      ///< of the squares that photos are squeezed to, pixels
    int perShard = 2048; ///< photos in a file: 400 MB at 256 pixels
    int threads = 1;     ///< that decode
};

/// Decodes photos into shards ("photos-000.safetensors", …), mixed over the whole set so that each
/// is a fair sample of it. Each file is written whole or not at all. Errors: WriteFailed, DiskFull,
/// Cancelled, Usage if the folder holds shards already, Corrupt if no photo can be used.
Result<ShardCounts> makeShards(const PhotoIndex& index, const std::filesystem::path& folder,
                               const ShardOptions& options, const Progress& progress);

} // namespace autochrome::inline learn
