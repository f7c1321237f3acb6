#pragma once

#include "core/learn/data/sample_source.h"
#include "core/learn/data/shards/photo_shard.h"

#include <torch/torch.h>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

namespace autochrome::inline learn {

/// Samples from shards of decoded photos, cut, converted and aged on the device that trains: needs
/// LibTorch alone, and nothing waits for a decoder. Which photo sample n is, and what is done to
/// it, follows from (seed, n) alone, the grain from (seed, request).
class ShardSource : public SampleSource
{
public:
    /// @param device     where batches are made
    /// @param agedShare  share of the samples that get the faults of old prints
    static Result<std::unique_ptr<ShardSource>>
    open(const std::vector<std::filesystem::path>& paths, std::uint64_t seed, torch::Device device,
         double agedShare = 0);
    ~ShardSource() override;

    std::int64_t photoCount() const override { return count_; }
    SkipCounts skipped() const override { return {}; } // left out when the shard was made
    std::vector<DataOrigin> origins() const override;
    void request(const BatchRequest& request) override;
    Result<TrainingBatch> take() override;
    Result<std::vector<double>> colourHistogram(const ColourBins& bins, std::int64_t maxPhotos,
                                                const Progress& progress) override;
    Result<Scene> scene(std::int64_t index, int shortSide) override;

private:
    ShardSource(std::vector<PhotoShard> shards, std::uint64_t seed, torch::Device device,
                double agedShare);

    void work();
    TrainingBatch make(const BatchRequest& request);
    /// U8 [N, S, S, 3] on the device, and the photos' aspects.
    torch::Tensor gather(const std::vector<std::int64_t>& photos, std::vector<float>& aspects);
    std::int64_t photoOf(std::int64_t sample);

    std::vector<PhotoShard> shards_;
    std::vector<std::int64_t> firsts_; ///< number of each shard's first photo
    std::int64_t count_ = 0;
    std::uint64_t seed_;
    torch::Device device_;
    double agedShare_;
    std::int64_t shuffledEpoch_ = -1;
    std::vector<std::uint32_t> shuffled_;

    std::mutex mutex_;
    std::condition_variable workArrived_;
    std::condition_variable workDone_;
    std::deque<BatchRequest> requests_;
    std::deque<Result<TrainingBatch>> done_;
    std::int64_t pending_ = 0; ///< requested and not taken
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace autochrome::inline learn
