#pragma once

#include <torch/torch.h>

namespace autochrome::inline network {

/// Feature maps of an encoder, from fine to coarse.
struct EncoderFeatures
{
    torch::Tensor stride4;  ///< [N, 24, H/4, W/4]
    torch::Tensor stride8;  ///< [N, 40, H/8, W/8]
    torch::Tensor stride16; ///< [N, 112, H/16, W/16]
    torch::Tensor stride32; ///< [N, 320, H/32, W/32]
};

} // namespace autochrome::inline network
