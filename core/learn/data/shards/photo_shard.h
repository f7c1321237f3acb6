#pragma once

#include "core/base/error.h"
#include "core/learn/data/sample_source.h"
#include "core/network/safetensors.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// Photos decoded ahead of a training, so that a fast GPU never waits for a decoder. A safetensors
/// file of two tensors: "photos", U8 [n, S, S, 3], sRGB, each photo squeezed to a square of side S;
/// "aspects", F32 [n], width over height of each. Metadata: "kind" = "autochrome-photos",
/// "origins", a JSON list of name, sha256 and photos of what they were made from. Unusable photos
/// are left out when a shard is made.
class PhotoShard
{
public:
    /// Maps a shard into memory. Errors: NotFound, Unreadable, Corrupt.
    static Result<PhotoShard> open(const std::filesystem::path& path);

    /// @param pixels  of all photos, S * S * 3 bytes each
    static Result<void> write(const std::filesystem::path& path, int side,
                              std::span<const std::uint8_t> pixels,
                              const std::vector<float>& aspects,
                              const std::vector<DataOrigin>& origins);

    std::int64_t count() const { return std::int64_t(aspects_.size()); }
    int side() const { return side_; }
    std::span<const std::uint8_t> photo(std::int64_t index) const;
    float aspect(std::int64_t index) const { return aspects_.at(std::size_t(index)); }
    /// The shard itself, with its digest.
    const DataOrigin& origin() const { return origin_; }

private:
    PhotoShard() = default;

    SafetensorsFile file_;
    std::span<const std::uint8_t> pixels_;
    std::vector<float> aspects_;
    int side_ = 0;
    DataOrigin origin_;
};

} // namespace autochrome::inline learn
