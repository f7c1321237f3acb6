#include "core/learn/data/shards/shard_source.h"

#include "core/base/text.h"
#include "core/learn/data/random.h"
#include "core/learn/data/shards/tensor_old_print.h"
#include "core/learn/data/shards/tensor_sampler.h"
#include "core/learn/data/shuffled.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace autochrome::inline learn {
namespace {

constexpr std::int64_t photosAtOnce = 256;
constexpr int histogramSide = 64;
// The place of a colour in a table of every whole a*b*.
constexpr int tableSide = 256;

} // namespace

Result<std::unique_ptr<ShardSource>>
ShardSource::open(const std::vector<std::filesystem::path>& paths, std::uint64_t seed,
                  torch::Device device, double agedShare)
{
    std::vector<PhotoShard> shards;
    for (const auto& path : paths) {
        auto shard = PhotoShard::open(path);
        if (!shard)
            return tl::make_unexpected(shard.error());
        if (!shards.empty() && shard->side() != shards.front().side())
            return failure(ErrorCode::Usage,
                           text("The photos of “%1” have another size than those before it.",
                                {path.string()}));
        shards.push_back(std::move(*shard));
    }
    if (shards.empty())
        return failure(ErrorCode::NotFound, text("The training data hold no photos."));
    return std::unique_ptr<ShardSource>(
        new ShardSource(std::move(shards), seed, device, agedShare));
}

ShardSource::ShardSource(std::vector<PhotoShard> shards, std::uint64_t seed, torch::Device device,
                         double agedShare)
    : shards_(std::move(shards)), seed_(seed), device_(device), agedShare_(agedShare)
{
    for (const PhotoShard& shard : shards_) {
        firsts_.push_back(count_);
        count_ += shard.count();
    }
    thread_ = std::thread([this] { work(); });
}

ShardSource::~ShardSource()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    workArrived_.notify_all();
    thread_.join();
}

std::vector<DataOrigin> ShardSource::origins() const
{
    std::vector<DataOrigin> all;
    for (const PhotoShard& shard : shards_)
        all.push_back(shard.origin());
    return all;
}

void ShardSource::request(const BatchRequest& request)
{
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
        ++pending_;
    }
    workArrived_.notify_all();
}

Result<TrainingBatch> ShardSource::take()
{
    std::unique_lock lock(mutex_);
    if (pending_ == 0)
        return failure(ErrorCode::Internal, text("No batch was requested."));
    workDone_.wait(lock, [this] { return !done_.empty(); });
    Result<TrainingBatch> batch = std::move(done_.front());
    done_.pop_front();
    --pending_;
    return batch;
}

void ShardSource::work()
{
    std::unique_lock lock(mutex_);
    while (true) {
        workArrived_.wait(lock, [this] { return stopping_ || !requests_.empty(); });
        if (stopping_)
            return;
        const BatchRequest request = requests_.front();
        requests_.pop_front();
        lock.unlock();
        Result<TrainingBatch> batch;
        try {
            batch = make(request);
        } catch (const c10::Error& error) {
            batch = failure(ErrorCode::Internal, text("Training failed."),
                            error.what_without_backtrace());
        } catch (const std::exception& error) {
            batch = failure(ErrorCode::Internal, text("Training failed."), error.what());
        }
        lock.lock();
        done_.push_back(std::move(batch));
        workDone_.notify_all();
    }
}

std::int64_t ShardSource::photoOf(std::int64_t sample)
{
    const std::int64_t epoch = sample / count_;
    if (epoch != shuffledEpoch_) {
        shuffled_ = shuffledPhotos(count_, seed_, epoch);
        shuffledEpoch_ = epoch;
    }
    return shuffled_[std::size_t(sample % count_)];
}

torch::Tensor ShardSource::gather(const std::vector<std::int64_t>& photos,
                                  std::vector<float>& aspects)
{
    const int side = shards_.front().side();
    torch::Tensor pixels =
        torch::empty({std::int64_t(photos.size()), side, side, 3},
                     torch::TensorOptions(torch::kUInt8).pinned_memory(device_.is_cuda()));
    auto* to = pixels.data_ptr<std::uint8_t>();
    for (const std::int64_t photo : photos) {
        const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), photo);
        const std::size_t shard = std::size_t(after - firsts_.begin()) - 1;
        const std::int64_t index = photo - firsts_[shard];
        const auto from = shards_[shard].photo(index);
        std::memcpy(to, from.data(), from.size());
        to += from.size();
        aspects.push_back(shards_[shard].aspect(index));
    }
    return pixels.to(device_);
}

TrainingBatch ShardSource::make(const BatchRequest& request)
{
    const torch::NoGradGuard noGrad;
    std::vector<std::int64_t> photos;
    photos.reserve(std::size_t(request.count));
    for (int row = 0; row < request.count; ++row)
        photos.push_back(photoOf(request.firstSample + row));
    std::vector<float> aspects;
    const torch::Tensor pixels = gather(photos, aspects);
    std::vector<Crop> crops;
    std::vector<OldPrintFaults> faults;
    for (int row = 0; row < request.count; ++row) {
        Random random(mixSeed(seed_, std::uint64_t(request.firstSample + row)));
        crops.push_back(Crop::draw(random, aspects[std::size_t(row)]));
        faults.push_back(random.chance(agedShare_) ? OldPrintFaults::draw(random)
                                                   : OldPrintFaults());
    }
    const torch::Tensor lab = labOf(cropped(pixels, crops, aspects, request.cropSize));
    const torch::Tensor luminance = lab.slice(1, 0, 1) / 100;
    return {agedShare_ > 0
                ? aged(luminance, faults, mixSeed(seed_, std::uint64_t(request.firstSample)))
                : luminance.contiguous(),
            torch::avg_pool2d(lab.slice(1, 1, 3), 4)};
}

Result<std::vector<double>> ShardSource::colourHistogram(const ColourBins& bins,
                                                         std::int64_t maxPhotos,
                                                         const Progress& progress)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor table = torch::empty({tableSide * tableSide}, torch::kLong);
    auto* bin = table.data_ptr<std::int64_t>();
    constexpr int zero = tableSide / 2;
    for (int a = 0; a < tableSide; ++a)
        for (int b = 0; b < tableSide; ++b)
            *bin++ = bins.nearest(float(a - zero), float(b - zero));
    table = table.to(device_);
    torch::Tensor sum = torch::zeros({bins.count()}, torch::kFloat64).to(device_);
    const auto order = shuffledPhotos(count_, seed_, 0);
    const std::int64_t wanted = std::min(maxPhotos, count_);
    for (std::int64_t from = 0; from < wanted; from += photosAtOnce) {
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));
        const std::int64_t to = std::min(from + photosAtOnce, wanted);
        std::vector<float> aspects;
        const torch::Tensor pixels =
            gather({order.begin() + from, order.begin() + to}, aspects).permute({0, 3, 1, 2});
        const torch::Tensor small = torch::adaptive_avg_pool2d(pixels.to(torch::kFloat32) / 255,
                                                               {histogramSide, histogramSide});
        const torch::Tensor whole =
            (labOf(small).slice(1, 1, 3).round() + tableSide / 2).clamp(0, tableSide - 1);
        const torch::Tensor place =
            (whole.select(1, 0) * tableSide + whole.select(1, 1)).flatten().to(torch::kLong);
        sum += torch::bincount(table.index_select(0, place), {}, bins.count());
        progress.report(double(to) / double(wanted), text("Measuring colours"));
    }
    const torch::Tensor host = sum.cpu();
    return std::vector<double>(host.data_ptr<double>(), host.data_ptr<double>() + host.numel());
}

Result<Scene> ShardSource::scene(std::int64_t index, int shortSide)
{
    const torch::NoGradGuard noGrad;
    std::vector<float> aspects;
    const torch::Tensor pixels = gather({index}, aspects).permute({0, 3, 1, 2});
    const double aspect = aspects.front();
    const auto rounded = [&](double side) {
        return std::max<std::int64_t>(32, std::llround(side / 32) * 32);
    };
    const std::int64_t rows = rounded(aspect < 1 ? shortSide / aspect : shortSide);
    const std::int64_t cols = rounded(aspect < 1 ? shortSide : shortSide * aspect);
    const torch::Tensor fitted =
        torch::upsample_bilinear2d(pixels.to(torch::kFloat32) / 255, {2 * rows, 2 * cols}, false);
    const torch::Tensor lab = labOf(torch::avg_pool2d(fitted, 2)).cpu();
    return Scene{(lab.slice(1, 0, 1) / 100).contiguous(), lab[0].slice(0, 1, 3).contiguous()};
}

} // namespace autochrome::inline learn
