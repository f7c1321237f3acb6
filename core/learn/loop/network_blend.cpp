#include "core/learn/loop/network_blend.h"

#include "core/network/tensor_io.h"

namespace autochrome::inline learn {

ColorizerNetwork copyOf(const ColorizerNetwork& network)
{
    const torch::NoGradGuard noGrad;
    ColorizerNetwork copy(network->binCount(), network->design());
    copy->to(network->parameters().front().device());
    auto state = stateOf(*copy);
    for (const auto& [name, tensor] : stateOf(*network))
        state.at(name).copy_(tensor);
    copy->eval();
    return copy;
}

ColorizerNetwork blendOf(const ColorizerNetwork& a, const ColorizerNetwork& b, double share)
{
    const torch::NoGradGuard noGrad;
    ColorizerNetwork blend = copyOf(b);
    auto state = stateOf(*blend);
    for (const auto& [name, tensor] : stateOf(*a)) {
        torch::Tensor& mixed = state.at(name);
        if (mixed.is_floating_point())
            mixed.lerp_(tensor.to(mixed.device()), share);
    }
    return blend;
}

} // namespace autochrome::inline learn
