#include "core/learn/loop/moving_average.h"

#include "core/network/tensor_io.h"

#include <algorithm>

namespace autochrome::inline learn {

void moveAverage(torch::nn::Module& average, const torch::nn::Module& network, double decay,
                 std::int64_t updates)
{
    const torch::NoGradGuard noGrad;
    const double n = double(updates);
    const double now = std::min(decay, (1 + n) / (10 + n));
    auto averaged = stateOf(average);
    for (const auto& [name, tensor] : stateOf(network)) {
        torch::Tensor& mean = averaged.at(name);
        if (mean.is_floating_point())
            mean.lerp_(tensor, 1 - now);
        else
            mean.copy_(tensor);
    }
}

} // namespace autochrome::inline learn
