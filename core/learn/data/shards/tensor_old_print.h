#pragma once

#include "core/learn/data/old_print_faults.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace autochrome::inline learn {

/// ageLuminance() for a whole batch on any device: the same faults, drawn with tensors. JPEG is
/// imitated by its own step, the quantised cosine transform of 8x8 blocks.
/// @param luminance  [N, 1, S, S], L*/100; S a multiple of 8
/// @param faults     of each row
/// @param seed       of the grain
/// @returns          the same shape, in [0, 1]
torch::Tensor aged(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults,
                   std::uint64_t seed);

} // namespace autochrome::inline learn
