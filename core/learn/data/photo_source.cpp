#include "core/learn/data/photo_source.h"

#include "core/base/text.h"
#include "core/learn/data/photo_sampler.h"
#include "core/learn/data/shuffled.h"

#include <algorithm>
#include <cstring>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline learn {
namespace {

// A sample whose photo cannot be used tries this many others before the batch fails.
constexpr int replacements = 64;

/// Splits an interleaved CV_32FC2 picture into two planes.
void copyPlanes(const cv::Mat& interleaved, float* to)
{
    const std::size_t plane = interleaved.total();
    cv::Mat planes[2] = {cv::Mat(interleaved.size(), CV_32FC1, to),
                         cv::Mat(interleaved.size(), CV_32FC1, to + plane)};
    cv::split(interleaved, planes);
}

} // namespace

struct PhotoSource::Pending
{
    BatchRequest request;
    TrainingBatch batch;
    int left = 0;
    bool failed = false;
};

PhotoSource::PhotoSource(PhotoIndex index, std::uint64_t seed, int threads, double agedShare)
    : index_(std::move(index)),
      seed_(seed),
      agedShare_(agedShare),
      verdicts_(std::make_unique<std::atomic<std::uint8_t>[]>(std::size_t(index_.count())))
{
    for (int i = 0; i < std::max(1, threads); ++i)
        threads_.emplace_back([this] { work(); });
}

PhotoSource::~PhotoSource()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        jobs_.clear();
    }
    workArrived_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
}

SkipCounts PhotoSource::skipped() const
{
    return {counts_[int(PhotoVerdict::Corrupt)], counts_[int(PhotoVerdict::Grey)],
            counts_[int(PhotoVerdict::Toned)], counts_[int(PhotoVerdict::Small)]};
}

void PhotoSource::request(const BatchRequest& request)
{
    auto pending = std::make_shared<Pending>();
    pending->request = request;
    const int size = request.cropSize;
    pending->batch.luminance = torch::empty({request.count, 1, size, size});
    pending->batch.ab = torch::empty({request.count, 2, size / 4, size / 4});
    pending->left = request.count;
    {
        const std::lock_guard lock(mutex_);
        pending_.push_back(pending);
        for (int row = 0; row < request.count; ++row)
            jobs_.emplace_back(pending, row);
    }
    workArrived_.notify_all();
}

Result<TrainingBatch> PhotoSource::take()
{
    std::unique_lock lock(mutex_);
    if (pending_.empty())
        return failure(ErrorCode::Internal, text("No batch was requested."));
    workDone_.wait(lock, [this] { return pending_.front()->left == 0; });
    const std::shared_ptr<Pending> done = pending_.front();
    pending_.pop_front();
    if (done->failed)
        return failure(ErrorCode::Corrupt,
                       text("Hardly any of the training photos can be used: they are damaged, "
                            "too small or without colour."));
    return done->batch;
}

void PhotoSource::work()
{
    std::unique_lock lock(mutex_);
    while (true) {
        workArrived_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        if (stopping_)
            return;
        const auto [pending, row] = jobs_.front();
        jobs_.pop_front();
        lock.unlock();
        bool failed = false;
        try {
            fill(*pending, row);
        } catch (const std::exception&) {
            failed = true;
        }
        lock.lock();
        pending->failed = pending->failed || failed;
        if (--pending->left == 0)
            workDone_.notify_all();
    }
}

void PhotoSource::fill(Pending& pending, int row)
{
    const BatchRequest& request = pending.request;
    const std::int64_t sample = request.firstSample + row;
    const std::int64_t photos = index_.count();
    Random random(mixSeed(seed_, std::uint64_t(sample)));
    Random substitute(mixSeed(~seed_, std::uint64_t(sample)));
    std::int64_t photo = (*order(sample / photos))[std::size_t(sample % photos)];
    cv::Mat bgr = load(photo);
    for (int attempt = 0; bgr.empty(); ++attempt) {
        if (attempt == replacements)
            throw std::runtime_error("no usable photo");
        photo = std::int64_t(substitute.below(std::uint64_t(photos)));
        bgr = load(photo);
    }
    const TrainingSample made = makeTrainingSample(bgr, request.cropSize, agedShare_, random);
    const std::size_t pixels = made.luminance.total();
    std::memcpy(pending.batch.luminance.data_ptr<float>() + std::size_t(row) * pixels,
                made.luminance.ptr<float>(), pixels * sizeof(float));
    copyPlanes(made.ab,
               pending.batch.ab.data_ptr<float>() + std::size_t(row) * made.ab.total() * 2);
}

cv::Mat PhotoSource::load(std::int64_t index)
{
    std::atomic<std::uint8_t>& known = verdicts_[std::size_t(index)];
    if (known > 1 + int(PhotoVerdict::Good))
        return {};
    const auto bytes = index_.read(index);
    cv::Mat bgr = bytes ? decodeTrainingPhoto(*bytes, trainingDecodeSide) : cv::Mat();
    if (known == 1 + int(PhotoVerdict::Good) && !bgr.empty())
        return bgr;
    const PhotoVerdict verdict = judgeTrainingPhoto(bgr);
    if (known.exchange(std::uint8_t(1 + int(verdict))) == 0)
        ++counts_[int(verdict)];
    return verdict == PhotoVerdict::Good ? bgr : cv::Mat();
}

PhotoSource::Order PhotoSource::order(std::int64_t epoch)
{
    const std::lock_guard lock(ordersMutex_);
    Order& known = orders_[epoch];
    if (known)
        return known;
    auto shuffled =
        std::make_shared<std::vector<std::uint32_t>>(shuffledPhotos(index_.count(), seed_, epoch));
    known = shuffled;
    // Prefetching crosses into the next epoch, never back by two.
    orders_.erase(orders_.begin(), orders_.lower_bound(epoch - 1));
    return shuffled;
}

Result<std::vector<double>> PhotoSource::colourHistogram(const ColourBins& bins,
                                                         std::int64_t maxPhotos,
                                                         const Progress& progress)
{
    const Order photos = order(0);
    const auto wanted = std::min<std::int64_t>(maxPhotos, index_.count());
    std::atomic<std::int64_t> next = 0;
    std::mutex sumMutex;
    std::vector<double> sum(std::size_t(bins.count()), 0.0);
    const auto count = [&] {
        std::vector<double> own(sum.size(), 0.0);
        for (std::int64_t i = next++; i < wanted && !progress.isCancelled(); i = next++) {
            try {
                const cv::Mat bgr = load((*photos)[std::size_t(i)]);
                if (bgr.empty())
                    continue;
                countColours(bgr, bins, own);
            } catch (const std::exception&) {
                continue; // one bad file never stops the count
            }
            if (i % 100 == 0)
                progress.report(double(i) / double(wanted), text("Measuring colours"));
        }
        const std::lock_guard lock(sumMutex);
        for (std::size_t bin = 0; bin < sum.size(); ++bin)
            sum[bin] += own[bin];
    };
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < threads_.size(); ++i)
        helpers.emplace_back(count);
    count();
    for (std::thread& helper : helpers)
        helper.join();
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, text("Stopped."));
    return sum;
}

Result<Scene> PhotoSource::scene(std::int64_t index, int shortSide)
{
    try {
        const cv::Mat bgr = load(index);
        if (bgr.empty())
            return failure(ErrorCode::Corrupt,
                           text("The photo “%1” cannot be used.", {index_.name(index)}));
        const cv::Mat lab = labScene(bgr, shortSide);
        const torch::Tensor planes =
            torch::from_blob(lab.data, {lab.rows, lab.cols, 3}).permute({2, 0, 1}).contiguous();
        return Scene{(planes.slice(0, 0, 1) / 100).unsqueeze(0), planes.slice(0, 1, 3).clone()};
    } catch (const std::exception& error) {
        return failure(ErrorCode::Corrupt,
                       text("The photo “%1” cannot be used.", {index_.name(index)}), error.what());
    }
}

} // namespace autochrome::inline learn
