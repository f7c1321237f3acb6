#include "core/learn/data/shard_maker.h"

#include "core/base/text.h"
#include "core/learn/data/photo_sampler.h"
#include "core/learn/data/shards/photo_shard.h"
#include "core/learn/data/shuffled.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <opencv2/imgproc.hpp>
#include <thread>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

/// A photo squeezed to a square; empty if it is passed over.
struct Square
{
    cv::Mat rgb;
    float aspect = 1;
    PhotoVerdict verdict = PhotoVerdict::Corrupt;
};

Square squareOf(const PhotoIndex& index, std::int64_t photo, int side)
{
    Square square;
    const auto bytes = index.read(photo);
    if (!bytes)
        return square;
    try {
        const cv::Mat bgr = decodeTrainingPhoto(*bytes, side);
        square.verdict = judgeTrainingPhoto(bgr);
        if (square.verdict != PhotoVerdict::Good)
            return square;
        const bool shrinks = std::max(bgr.cols, bgr.rows) > side;
        cv::Mat fitted;
        cv::resize(bgr, fitted, {side, side}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
        cv::cvtColor(fitted, square.rgb, cv::COLOR_BGR2RGB);
        square.aspect = std::clamp(float(bgr.cols) / float(bgr.rows), 0.01f, 100.0f);
    } catch (const std::exception&) {
        square.verdict = PhotoVerdict::Corrupt; // one bad file never stops the others
    }
    return square;
}

void count(PhotoVerdict verdict, ShardCounts& counts)
{
    switch (verdict) {
    case PhotoVerdict::Good:
        ++counts.photos;
        break;
    case PhotoVerdict::Corrupt:
        ++counts.skipped.corrupt;
        break;
    case PhotoVerdict::Grey:
        ++counts.skipped.grey;
        break;
    case PhotoVerdict::Toned:
        ++counts.skipped.toned;
        break;
    case PhotoVerdict::Small:
        ++counts.skipped.small;
        break;
    }
}

fs::path shardPath(const fs::path& folder, std::int64_t number)
{
    const std::string digits = std::to_string(number);
    return folder / ("photos-" + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') +
                     digits + ".safetensors");
}

} // namespace

Result<ShardCounts> makeShards(const PhotoIndex& index, const fs::path& folder,
                               const ShardOptions& options, const Progress& progress)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {folder.string()}), error.message());
    if (fs::exists(shardPath(folder, 0), error))
        return failure(ErrorCode::Usage,
                       text("The folder “%1” holds shards already.", {folder.string()}));
    const auto order = shuffledPhotos(index.count(), 1, 0);
    ShardCounts counts;
    for (std::size_t from = 0; from < order.size(); from += std::size_t(options.perShard)) {
        const std::size_t to = std::min(order.size(), from + std::size_t(options.perShard));
        std::vector<Square> squares(to - from);
        std::atomic<std::size_t> next = 0;
        const auto decode = [&] {
            for (std::size_t i = next++; i < squares.size() && !progress.isCancelled(); i = next++)
                squares[i] = squareOf(index, order[from + i], options.side);
        };
        std::vector<std::thread> helpers;
        for (int i = 1; i < options.threads; ++i)
            helpers.emplace_back(decode);
        decode();
        for (std::thread& helper : helpers)
            helper.join();
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));

        std::vector<std::uint8_t> pixels;
        std::vector<float> aspects;
        pixels.reserve(squares.size() * std::size_t(options.side) * std::size_t(options.side) * 3);
        for (const Square& square : squares) {
            count(square.verdict, counts);
            if (square.verdict != PhotoVerdict::Good)
                continue;
            pixels.insert(pixels.end(), square.rgb.datastart, square.rgb.dataend);
            aspects.push_back(square.aspect);
        }
        if (!aspects.empty()) {
            const auto written = PhotoShard::write(shardPath(folder, counts.shards), options.side,
                                                   pixels, aspects, index.origins());
            if (!written)
                return tl::make_unexpected(written.error());
            ++counts.shards;
        }
        progress.report(double(to) / double(order.size()), text("Decoding photos"));
    }
    if (counts.photos == 0)
        return failure(ErrorCode::Corrupt,
                       text("None of the training photos can be used: they are damaged, too small "
                            "or without colour."));
    return counts;
}

} // namespace autochrome::inline learn
