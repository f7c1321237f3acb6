#pragma once

#include "core/color/colour_bins.h"
#include "core/train/sample_source.h"

namespace autochrome {

/// The colour prior of a source: histogram over the bins, smoothed (Zhang et al. 2016, 2.2).
Result<std::vector<float>> measurePrior(SampleSource& source, const ColourBins& bins,
                                        std::int64_t maxPhotos, const Progress& progress);

} // namespace autochrome
