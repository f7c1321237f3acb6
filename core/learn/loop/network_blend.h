#pragma once

#include "core/network/network.h"

namespace autochrome::inline learn {

/// A network of the same design with the same weights and statistics, in eval mode, on the same
/// device; the two share nothing.
ColorizerNetwork copyOf(const ColorizerNetwork& network);

/// A network between two: share * a + (1 - share) * b for every weight and batch-norm statistic, in
/// eval mode, on the device of b. A fine-tuned network that is so mixed with the one that it
/// started from forgets less of what it was not taught again, and is often better at that, too
/// (Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022).
/// @param a, b   of one design
/// @param share  of a, 0 to 1
ColorizerNetwork blendOf(const ColorizerNetwork& a, const ColorizerNetwork& b, double share);

} // namespace autochrome::inline learn
