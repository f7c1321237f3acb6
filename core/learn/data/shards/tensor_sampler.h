#pragma once

#include "core/learn/data/crop.h"

#include <torch/torch.h>

#include <vector>

namespace autochrome::inline learn {

/// sRGB in [0, 1] to CIE L*a*b* under D65, [N, 3, H, W] both (IEC 61966-2-1, CIE 15).
torch::Tensor labOf(const torch::Tensor& srgb);

/// Cuts a crop out of each photo, on the photos' device.
/// @param photos   U8 [N, S, S, 3], squeezed to squares
/// @param crops    of each
/// @param aspects  width over height of each before it was squeezed
/// @param size     side of the samples, pixels
/// @returns        sRGB in [0, 1], [N, 3, size, size]
torch::Tensor cropped(const torch::Tensor& photos, const std::vector<Crop>& crops,
                      const std::vector<float>& aspects, int size);

} // namespace autochrome::inline learn
