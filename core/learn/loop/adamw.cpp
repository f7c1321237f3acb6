#include "core/learn/loop/adamw.h"

#include <cmath>

namespace autochrome::inline learn {
namespace {

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr double epsilon = 1e-8;

} // namespace

AdamW::AdamW(const torch::nn::Module& network, double weightDecay) : weightDecay_(weightDecay)
{
    for (const auto& item : network.named_parameters())
        slots_.push_back({item.key(), item.value(), torch::zeros_like(item.value()),
                          torch::zeros_like(item.value()), item.key().starts_with("encoder.")});
}

void AdamW::zeroGradients()
{
    for (Slot& slot : slots_)
        slot.parameter.mutable_grad().reset();
}

double AdamW::clipGradients(double limit)
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> norms;
    for (const Slot& slot : slots_)
        if (slot.parameter.grad().defined())
            norms.push_back(slot.parameter.grad().norm());
    if (norms.empty())
        return 0;
    const double norm = torch::stack(norms).norm().item<double>();
    if (limit > 0 && norm > limit)
        for (Slot& slot : slots_)
            if (slot.parameter.grad().defined())
                slot.parameter.mutable_grad().mul_(limit / norm);
    return norm;
}

void AdamW::step(double encoderRate, double decoderRate)
{
    const torch::NoGradGuard noGrad;
    ++steps_;
    const double correction1 = 1 - std::pow(beta1, double(steps_));
    const double correction2 = std::sqrt(1 - std::pow(beta2, double(steps_)));
    for (Slot& slot : slots_) {
        const torch::Tensor gradient = slot.parameter.grad();
        if (!gradient.defined())
            continue; // a head that is switched off
        const double rate = slot.isEncoder ? encoderRate : decoderRate;
        if (slot.parameter.dim() > 1)
            slot.parameter.mul_(1 - rate * weightDecay_);
        slot.mean.lerp_(gradient, 1 - beta1);
        slot.square.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        const torch::Tensor denominator = (slot.square.sqrt() / correction2).add_(epsilon);
        slot.parameter.addcdiv_(slot.mean, denominator, -rate / correction1);
    }
}

std::map<std::string, torch::Tensor> AdamW::state() const
{
    std::map<std::string, torch::Tensor> state;
    for (const Slot& slot : slots_) {
        state.emplace("m." + slot.name, slot.mean);
        state.emplace("v." + slot.name, slot.square);
    }
    return state;
}

} // namespace autochrome::inline learn
