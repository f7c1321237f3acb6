#pragma once

#include <torch/torch.h>

#include <functional>

namespace autochrome::inline network {

/// Which part of a batch this process computes when several share it. A network that knows its
/// share gives the rows that one process would have given for the whole batch: batch norms take
/// their statistics over all of it, stochastic depth draws for all of it.
struct BatchShare
{
    int part = 0;  ///< this process's, of equal ones
    int parts = 1; ///< processes
    /// Adds up a tensor over the processes, in place. Every process calls it in the same order.
    std::function<void(torch::Tensor&)> sum;
};

} // namespace autochrome::inline network
