#include "core/train/ema.h"

#include "core/nn/tensor_io.h"

#include <algorithm>

namespace autochrome {

Ema::Ema(const ColorizerNetwork& network, double decay)
    : average_(network->binCount(), network->design()), decay_(decay)
{
    const torch::NoGradGuard noGrad;
    average_->to(network->parameters().front().device());
    auto average = stateOf(*average_);
    for (const auto& [name, tensor] : stateOf(*network))
        average.at(name).copy_(tensor);
    average_->eval();
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

} // namespace autochrome
