#pragma once

#include "core/collection/photo_index.h"
#include "core/learn/data/sample_source.h"

#include <opencv2/core.hpp>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace autochrome::inline learn {

/// Samples from folders and tar shards of photos, decoded and augmented by several threads.
/// Which photo sample n is, and what is done to it, follows from (seed, n) alone; a photo that
/// cannot be used is counted, passed over and replaced by one that the same numbers choose.
class PhotoSource : public SampleSource
{
public:
    /// @param threads    decoding threads, at least 1
    /// @param agedShare  share of the samples that get the faults of old prints
    PhotoSource(PhotoIndex index, std::uint64_t seed, int threads, double agedShare = 0);
    ~PhotoSource() override;

    std::int64_t photoCount() const override { return index_.count(); }
    SkipCounts skipped() const override;
    std::vector<DataOrigin> origins() const override { return index_.origins(); }
    void request(const BatchRequest& request) override;
    Result<TrainingBatch> take() override;
    Result<std::vector<double>> colourHistogram(const ColourBins& bins, std::int64_t maxPhotos,
                                                const Progress& progress) override;
    Result<Scene> scene(std::int64_t index, int shortSide) override;

private:
    struct Pending;
    using Order = std::shared_ptr<const std::vector<std::uint32_t>>;

    void work();
    void fill(Pending& pending, int row);
    /// Empty if the photo is passed over.
    cv::Mat load(std::int64_t index);
    /// The shuffled photos of an epoch.
    Order order(std::int64_t epoch);

    PhotoIndex index_;
    std::uint64_t seed_;
    double agedShare_;
    std::unique_ptr<std::atomic<std::uint8_t>[]> verdicts_; // 0 unknown, else 1 + PhotoVerdict
    std::atomic<std::int64_t> counts_[5] = {};

    std::mutex ordersMutex_;
    std::map<std::int64_t, Order> orders_;

    std::mutex mutex_;
    std::condition_variable workArrived_;
    std::condition_variable workDone_;
    std::deque<std::shared_ptr<Pending>> pending_; // in the order of the requests
    std::deque<std::pair<std::shared_ptr<Pending>, int>> jobs_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace autochrome::inline learn
