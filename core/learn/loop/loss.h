#pragma once

#include "core/colour/colour_bins.h"
#include "core/learn/loop/loss_weights.h"
#include "core/network/network.h"

#include <torch/torch.h>

#include <vector>

namespace autochrome::inline learn {

/// The parts of the loss, scalars on the network's device.
struct LossParts
{
    torch::Tensor total;
    torch::Tensor crossEntropy; ///< undefined if switched off
    torch::Tensor regression;   ///< undefined if switched off
    torch::Tensor photo;        ///< undefined if switched off
};

/// Rebalanced colour loss: the weighted sum of
/// - the mean of w H(soft target, q);
/// - the mean of w (ab - truth)^2, truth divided by abScale;
/// - the mean over the photos of log((MSE + e) / e), where MSE is that of the decoded colour in CIE
///   units and e = 16, that of a photo 4 units off. It weighs a photo's error against the photo's
///   own, as PSNR does (Chen et al. 2021, "HINet", PSNR loss), so that pale photos count as much as
///   vivid ones: the squared error of the few vivid ones outweighs theirs by far.
/// w is the weight of a cell's nearest bin (Zhang et al. 2016, section 2.2). Colours are rounded to
/// whole CIE units in w and H, finer than 8-bit photos are.
class ColourLoss
{
public:
    /// @param balance  weights of the bins, mean 1 under the prior (rebalancingWeights)
    ColourLoss(const ColourBins& bins, const std::vector<float>& balance,
               const LossWeights& weights, torch::Device device);

    /// @param ab  [N, 2, h, w], truth in CIE units, same grid as the output
    LossParts operator()(const NetworkOutput& output, const torch::Tensor& ab) const;

private:
    torch::Tensor ofPhotos(const NetworkOutput& output, const torch::Tensor& ab) const;

    LossWeights parts_;
    torch::Tensor centres_; // [Q, 2], CIE units
    torch::Tensor bins_;    // [256 * 256, 5] int64: the bins of colour (a + 128) * 256 + (b + 128)
    torch::Tensor shares_;  // [256 * 256, 5] float: their shares
    torch::Tensor weights_; // [256 * 256] float: w
};

/// Of the annealed mean, wherever training decodes (Zhang et al. 2016, section 2.3).
inline constexpr double annealingTemperature = 0.38;

/// [Q, 2], a* and b* of the bins' centres.
torch::Tensor centresOf(const ColourBins& bins);

/// Colour of a distribution: annealed mean, softmax(logits / T) expected over the bin centres.
/// @param logits   [N, Q, h, w]
/// @param centres  [Q, 2], CIE units
/// @returns        [N, 2, h, w], CIE a*, b*
torch::Tensor annealedMean(const torch::Tensor& logits, const torch::Tensor& centres,
                           double temperature);

/// 1 - entropy / log Q of the distribution, [N, h, w].
torch::Tensor confidenceOf(const torch::Tensor& logits);

} // namespace autochrome::inline learn
