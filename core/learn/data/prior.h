#pragma once

#include "core/colour/colour_bins.h"
#include "core/learn/data/sample_source.h"

namespace autochrome::inline learn {

/// The colour prior of a source: histogram over the bins, smoothed (Zhang et al. 2016, 2.2).
Result<std::vector<float>> measurePrior(SampleSource& source, const ColourBins& bins,
                                        std::int64_t maxPhotos, const Progress& progress);

} // namespace autochrome::inline learn
