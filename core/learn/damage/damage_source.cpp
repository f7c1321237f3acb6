#include "core/learn/damage/damage_source.h"

#include "core/base/text.h"
#include "core/learn/damage/damaged_photo.h"
#include "core/learn/data/photo_sampler.h"

#include <cstring>

namespace autochrome::inline learn {
namespace {

// A sample whose photo cannot be read takes another one, so often.
constexpr int attempts = 32;

cv::Mat decoded(const PhotoIndex& index, std::int64_t photo)
{
    const auto bytes = index.read(photo);
    return bytes ? decodeTrainingPhoto(*bytes, trainingDecodeSide) : cv::Mat();
}

void copyRow(const cv::Mat& from, torch::Tensor to, double factor)
{
    cv::Mat row(from.size(), CV_32F, to.data_ptr<float>());
    from.convertTo(row, CV_32F, factor);
}

} // namespace

DamageSource::DamageSource(PhotoIndex index, const Shape& shape)
    : index_(std::move(index)), shape_(shape), nextBatch_(shape.firstBatch)
{
}

DamageSource::~DamageSource() = default; // futures of std::async wait for their threads

void DamageSource::askAhead()
{
    while (int(ahead_.size()) < std::max(1, shape_.workers))
        ahead_.push_back(
            std::async(std::launch::async, [this, batch = nextBatch_++] { return make(batch); }));
}

Result<DamageBatch> DamageSource::take()
{
    askAhead();
    Result<DamageBatch> batch = ahead_.front().get();
    ahead_.pop_front();
    askAhead();
    return batch;
}

Result<DamageBatch> DamageSource::make(std::int64_t batch) const
try {
    const std::int64_t side = shape_.side;
    DamageBatch made{torch::empty({shape_.batch, 1, side, side}),
                     torch::empty({shape_.batch, damageKinds, side, side}),
                     torch::empty({shape_.batch, 1, side, side})};
    for (int row = 0; row < shape_.batch; ++row) {
        Random random(mixSeed(shape_.seed, std::uint64_t(batch * shape_.batch + row)));
        cv::Mat bgr;
        for (int attempt = 0; bgr.empty() && attempt < attempts; ++attempt) {
            bgr = decoded(index_, std::int64_t(random.below(std::uint64_t(index_.count()))));
            if (!bgr.empty() && std::min(bgr.cols, bgr.rows) < smallestTrainingSide)
                bgr.release();
        }
        if (bgr.empty())
            return failure(ErrorCode::Corrupt,
                           text("Hardly any of the training photos can be used: they are damaged "
                                "or too small."));
        const DamagedPhoto photo = makeDamagedSample(bgr, shape_.side, random);
        copyRow(photo.luminance, made.luminance[row], 1);
        for (int kind = 0; kind < damageKinds; ++kind)
            copyRow(photo.masks[std::size_t(kind)], made.truth[row][kind], 1 / 255.0);
        copyRow(255 - photo.unsure, made.sure[row], 1 / 255.0);
    }
    return made;
} catch (const std::exception& error) {
    return failure(ErrorCode::Internal, text("Training failed."), error.what());
}

} // namespace autochrome::inline learn
