#include "core/learn/data/shards/photo_shard.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

constexpr const char* kind = "autochrome-photos";

tl::unexpected<Error> invalid(const std::filesystem::path& path, const std::string& detail)
{
    return failure(ErrorCode::Corrupt, text("“%1” holds no photos to train with.", {path.string()}),
                   detail);
}

} // namespace

Result<PhotoShard> PhotoShard::open(const std::filesystem::path& path)
{
    auto file = SafetensorsFile::map(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto named = file->metadata().find("kind");
    if (named == file->metadata().end() || named->second != kind)
        return invalid(path, "another kind of file");
    const auto photos = file->tensors().find("photos");
    const auto aspects = file->tensors().find("aspects");
    if (photos == file->tensors().end() || aspects == file->tensors().end())
        return invalid(path, "a tensor is missing");
    const auto& shape = photos->second.shape;
    if (photos->second.type != TensorType::U8 || shape.size() != 4 || shape[0] < 1 ||
        shape[1] < 32 || shape[1] > 4096 || shape[2] != shape[1] || shape[3] != 3)
        return invalid(path, "photos of another form");
    if (aspects->second.type != TensorType::F32 || aspects->second.shape != std::vector{shape[0]})
        return invalid(path, "aspects of another form");
    PhotoShard shard;
    shard.side_ = int(shape[1]);
    shard.pixels_ = photos->second.bytes;
    shard.aspects_.resize(std::size_t(shape[0]));
    std::memcpy(shard.aspects_.data(), aspects->second.bytes.data(), aspects->second.bytes.size());
    if (!std::all_of(shard.aspects_.begin(), shard.aspects_.end(),
                     [](float aspect) { return aspect >= 0.01f && aspect <= 100.0f; }))
        return invalid(path, "an aspect is out of range");
    const auto digest = sha256OfFile(path);
    if (!digest)
        return tl::make_unexpected(digest.error());
    shard.origin_ = {path.filename().string(), *digest, shard.count()};
    shard.file_ = std::move(*file);
    return shard;
}

Result<void> PhotoShard::write(const std::filesystem::path& path, int side,
                               std::span<const std::uint8_t> pixels,
                               const std::vector<float>& aspects,
                               const std::vector<DataOrigin>& origins)
{
    const auto count = std::int64_t(aspects.size());
    auto made = nlohmann::json::array();
    for (const DataOrigin& origin : origins)
        made.push_back(
            {{"name", origin.name}, {"sha256", origin.sha256}, {"photos", origin.photos}});
    const std::map<std::string, TensorView> tensors{
        {"aspects",
         {TensorType::F32,
          {count},
          {reinterpret_cast<const std::uint8_t*>(aspects.data()), aspects.size() * sizeof(float)}}},
        {"photos", {TensorType::U8, {count, side, side, 3}, pixels}}};
    return writeSafetensors(
        path, tensors,
        {{"kind", kind},
         {"origins", made.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}});
}

std::span<const std::uint8_t> PhotoShard::photo(std::int64_t index) const
{
    const std::size_t size = std::size_t(side_) * std::size_t(side_) * 3;
    return pixels_.subspan(std::size_t(index) * size, size);
}

} // namespace autochrome::inline learn
