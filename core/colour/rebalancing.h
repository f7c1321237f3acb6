#pragma once

#include "core/colour/colour_bins.h"

#include <vector>

namespace autochrome::inline colour {

/// Smooths a colour histogram with a Gaussian over the bins' a*b* distances (sigma in CIE units)
/// and normalises it to a prior that adds up to 1. An empty histogram gives the uniform prior.
std::vector<float> smoothedPrior(const ColourBins& bins, const std::vector<double>& histogram,
                                 float sigma = 5);

/// Class-rebalancing weights w_q = 1 / ((1 - lambda) p_q + lambda / Q), scaled so that the mean
/// under the prior, sum p_q w_q, is 1. Zhang et al. 2016, equation 4.
/// @param prior   p, adds up to 1
/// @param lambda  0 (inverse frequency) to 1 (no rebalancing)
std::vector<float> rebalancingWeights(const std::vector<float>& prior, float lambda);

} // namespace autochrome::inline colour
