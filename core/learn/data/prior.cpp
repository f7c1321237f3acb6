#include "core/learn/data/prior.h"

#include "core/base/text.h"
#include "core/colour/rebalancing.h"

#include <algorithm>

namespace autochrome::inline learn {

Result<std::vector<float>> measurePrior(SampleSource& source, const ColourBins& bins,
                                        std::int64_t maxPhotos, const Progress& progress)
{
    const auto histogram = source.colourHistogram(bins, maxPhotos, progress);
    if (!histogram)
        return tl::make_unexpected(histogram.error());
    // An empty histogram means that not one photo could be used: no prior to go on with.
    if (std::none_of(histogram->begin(), histogram->end(), [](double n) { return n > 0; }))
        return failure(ErrorCode::Corrupt,
                       text("None of the training photos can be used: they are damaged, too small "
                            "or without colour."));
    return smoothedPrior(bins, *histogram);
}

} // namespace autochrome::inline learn
