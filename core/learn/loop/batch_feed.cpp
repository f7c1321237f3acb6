#include "core/learn/loop/batch_feed.h"

#include <chrono>

namespace autochrome::inline learn {
namespace {

constexpr int requestsAhead = 6;

} // namespace

BatchFeed::BatchFeed(const TrainingSettings& settings, SampleSource& source, std::int64_t sample,
                     int rank, int size)
    : settings_(settings), source_(source), nextSample_(sample), rank_(rank), size_(size)
{
}

void BatchFeed::keepRequesting(std::int64_t step, int part, double seconds)
{
    while (requested_.size() < requestsAhead) {
        // The share of the run at the step that this batch is for, not at the present one.
        const auto then = step + (part + std::int64_t(requested_.size())) / settings_.accumulation;
        const bool late =
            settings_.fractionDone(then, seconds, source_.photoCount()) >= settings_.lateFrom;
        const int whole = late ? settings_.lateBatchSize : settings_.batchSize;
        const int share = whole / size_;
        const BatchRequest request{nextSample_ + rank_ * share, share,
                                   late ? settings_.lateCropSize : settings_.cropSize};
        source_.request(request);
        requested_.push_back(request);
        nextSample_ += whole;
    }
}

Result<BatchFeed::Portion> BatchFeed::next(std::int64_t step, int part, double seconds)
{
    keepRequesting(step, part, seconds);
    const auto start = std::chrono::steady_clock::now();
    auto batch = source_.take();
    waited_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!batch)
        return tl::make_unexpected(batch.error());
    const BatchRequest request = requested_.front();
    requested_.pop_front();
    return Portion{std::move(*batch), request, std::int64_t(request.count) * size_};
}

} // namespace autochrome::inline learn
