#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace autochrome::inline learn {

/// Moves an average towards a network of the same shape: weights and batch-norm statistics. Early
/// on the decay is (1 + n) / (10 + n), so that the start is soon forgotten.
/// @param decay    0 copies the network
/// @param updates  n, with this one
void moveAverage(torch::nn::Module& average, const torch::nn::Module& network, double decay,
                 std::int64_t updates);

} // namespace autochrome::inline learn
