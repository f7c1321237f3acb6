#include "core/learn/loop/ema.h"

#include "core/learn/loop/network_blend.h"
#include "core/network/tensor_io.h"

#include <algorithm>

namespace autochrome::inline learn {

Ema::Ema(const ColorizerNetwork& network, double decay) : average_(copyOf(network)), decay_(decay)
{
}

void Ema::update(const ColorizerNetwork& network)
{
    const torch::NoGradGuard noGrad;
    ++updates_;
    const double n = double(updates_);
    const double decay = std::min(decay_, (1 + n) / (10 + n));
    auto average = stateOf(*average_);
    for (const auto& [name, tensor] : stateOf(*network)) {
        torch::Tensor& mean = average.at(name);
        if (mean.is_floating_point())
            mean.lerp_(tensor, 1 - decay);
        else
            mean.copy_(tensor);
    }
}

} // namespace autochrome::inline learn
