#pragma once

#include "core/color/colour_bins.h"
#include "core/nn/network.h"

#include <torch/torch.h>

#include <vector>

namespace autochrome {

/// The parts of the loss, scalars on the network's device.
struct LossParts
{
    torch::Tensor total;
    torch::Tensor crossEntropy; ///< undefined if switched off
    torch::Tensor regression;   ///< undefined if switched off
};

/// Rebalanced colour loss: crossEntropyWeight x mean of w H(soft target, q) plus regressionWeight x
/// mean of w (ab - truth)^2, truth divided by abScale. w is the weight of a cell's nearest bin
/// (Zhang et al. 2016, section 2.2). Colours are rounded to whole CIE units, finer than 8-bit
/// photos are.
class ColourLoss
{
public:
    /// @param weights  of the bins, mean 1 under the prior (rebalancingWeights)
    ColourLoss(const ColourBins& bins, const std::vector<float>& weights, double crossEntropyWeight,
               double regressionWeight, torch::Device device);

    /// @param ab  [N, 2, h, w], truth in CIE units, same grid as the output
    LossParts operator()(const NetworkOutput& output, const torch::Tensor& ab) const;

private:
    double crossEntropyWeight_;
    double regressionWeight_;
    torch::Tensor bins_;    // [256 * 256, 5] int64: the bins of colour (a + 128) * 256 + (b + 128)
    torch::Tensor shares_;  // [256 * 256, 5] float: their shares
    torch::Tensor weights_; // [256 * 256] float: w
};

/// Colour of a distribution: annealed mean, softmax(logits / T) expected over the bin centres.
/// @param logits   [N, Q, h, w]
/// @param centres  [Q, 2], CIE units
/// @returns        [N, 2, h, w], CIE a*, b*
torch::Tensor annealedMean(const torch::Tensor& logits, const torch::Tensor& centres,
                           double temperature);

/// 1 - entropy / log Q of the distribution, [N, h, w].
torch::Tensor confidenceOf(const torch::Tensor& logits);

} // namespace autochrome
