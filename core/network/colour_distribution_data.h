#pragma once

#include "core/network/colour_distribution.h"

#include <mutex>
#include <string>
#include <torch/torch.h>

namespace autochrome::inline network {

/// One of `scores` and `ab` is defined: a model whose card says that only its regression head was
/// trained has colour, but no distribution.
struct ColourDistribution::Data
{
    torch::Tensor scores;                   ///< [h, w, Q], unnormalised log-probabilities
    torch::Tensor centres;                  ///< [Q, 2], of the bins
    torch::Tensor ab;                       ///< [h, w, 2], CIE units
    torch::Tensor confidence;               ///< [h, w]
    double seconds = 0;                     ///< of the network
    std::string device;                     ///< its name for people
    std::shared_ptr<std::mutex> oneAtATime; ///< of the model: nothing gains from two at once
};

} // namespace autochrome::inline network
