#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/collection/data_origin.h"
#include "core/colour/colour_bins.h"
#include "core/learn/data/skip_counts.h"

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// Which samples a batch is made of. Together with the source's seed this says everything: the same
/// request gives the same tensors, however often and in whichever order it is made.
struct BatchRequest
{
    std::int64_t firstSample = 0; ///< counted from the start of the run, across epochs
    int count = 0;
    int cropSize = 0; ///< pixels, a multiple of 32
};

/// Training input and truth.
struct TrainingBatch
{
    torch::Tensor luminance; ///< [N, 1, S, S], L*/100, possibly degraded
    torch::Tensor ab;        ///< [N, 2, S/4, S/4], CIE a*, b* averaged over 4x4 pixels
};

/// A whole photo for validation, not augmented.
struct Scene
{
    torch::Tensor luminance; ///< [1, 1, H, W], L*/100; H and W multiples of 32
    torch::Tensor ab;        ///< [2, H, W], CIE a*, b*
};

/// Hands out training batches. Requests are queued and prepared in the background, so that the
/// network never waits; take() returns them in the order of the requests.
class SampleSource
{
public:
    virtual ~SampleSource() = default;

    virtual std::int64_t photoCount() const = 0;
    virtual SkipCounts skipped() const = 0;
    virtual std::vector<DataOrigin> origins() const = 0;

    virtual void request(const BatchRequest& request) = 0;

    /// The batch of the oldest request that was not taken yet. Fails if nothing was requested, or
    /// if hardly any photo can be used.
    virtual Result<TrainingBatch> take() = 0;

    /// How many pixels of a fair selection of at most `maxPhotos` photos fall into each bin.
    virtual Result<std::vector<double>>
    colourHistogram(const ColourBins& bins, std::int64_t maxPhotos, const Progress& progress) = 0;

    /// Photo `index` at the given short side. Fails for photos that are passed over.
    virtual Result<Scene> scene(std::int64_t index, int shortSide) = 0;
};

} // namespace autochrome::inline learn
