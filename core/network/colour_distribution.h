#pragma once

#include "core/base/error.h"

#include <memory>
#include <vector>

namespace autochrome::inline network {

/// How the distribution head is turned into colour.
struct DecodeOptions
{
    double temperature = 0.38; ///< of the annealed mean (Zhang et al. 2016, eq. 5): 1 mean, 0 mode
};

/// Chroma as the network predicts it, on its stride-4 grid.
struct PredictedChroma
{
    int rows = 0;
    int cols = 0;
    std::vector<float> ab;         ///< rows x cols x 2, a* and b* in CIE units
    std::vector<float> confidence; ///< rows x cols, 1 - entropy / log Q, in [0, 1]
    double seconds = 0;            ///< time of the network alone
};

/// What the network said of one picture: every colour bin's share at every cell, on the device that
/// it ran on. Gives colour at any temperature without the network. Immutable, thread-safe; copies
/// share everything. LibTorch stays behind this header.
class ColourDistribution
{
public:
    /// Errors: OutOfMemory, Internal.
    Result<PredictedChroma> decode(const DecodeOptions& options) const;

    std::size_t bytes() const; ///< of memory that it keeps

    struct Data; ///< for ColourModel, which makes it
    explicit ColourDistribution(std::shared_ptr<const Data> data);

private:
    std::shared_ptr<const Data> data_;
};

} // namespace autochrome::inline network
