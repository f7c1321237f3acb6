#pragma once

#include "core/base/error.h"
#include "core/collection/photo_index.h"

#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <torch/torch.h>

namespace autochrome::inline learn {

/// Damaged photos and what is damaged in them.
struct DamageBatch
{
    torch::Tensor luminance; ///< [N, 1, S, S], in [0, 1]
    torch::Tensor truth;     ///< [N, damageKinds, S, S], 0 or 1
    torch::Tensor sure;      ///< [N, 1, S, S], 1 where `truth` counts, else 0
};

/// Makes the samples of a training in the background, a batch ahead for each worker. Which photo
/// sample n shows and what damage it has follow from (seed, n) alone.
class DamageSource
{
public:
    struct Shape
    {
        int batch = 16;
        int side = 160; ///< pixels, a multiple of DamageNetworkImpl::multiple
        std::uint64_t seed = 1;
        int workers = 1;
        std::int64_t firstBatch = 0;
    };
    DamageSource(PhotoIndex index, const Shape& shape);
    ~DamageSource();

    std::int64_t photoCount() const { return index_.count(); }

    /// The next batch. Errors: Corrupt, if hardly any photo can be read.
    Result<DamageBatch> take();

private:
    void askAhead();
    Result<DamageBatch> make(std::int64_t batch) const;

    PhotoIndex index_;
    Shape shape_;
    std::int64_t nextBatch_;
    std::deque<std::future<Result<DamageBatch>>> ahead_;
};

} // namespace autochrome::inline learn
