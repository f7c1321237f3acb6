#include "tests/support/make_detector.h"

#include "core/base/text.h"
#include "core/network/damage/damage_model_io.h"
#include "core/network/tensor_io.h"

#include <stdexcept>

namespace autochrome {
namespace {

constexpr int folded = 4;

// Hands the channels of the folded pixels on as they are.
void passOn(std::map<std::string, torch::Tensor>& state, const std::string& name)
{
    torch::Tensor& kernel = state.at(name + ".weight");
    for (int channel = 0; channel < folded; ++channel)
        kernel[channel][channel][1][1] = 1;
}

} // namespace

std::filesystem::path makeWhiteDetector(const std::filesystem::path& folder)
{
    const torch::NoGradGuard noGradients;
    DamageNetwork network;
    network->eval();
    auto state = stateOf(*network);
    for (auto& [name, tensor] : state)
        if (name.find("bn") == std::string::npos)
            tensor.zero_();
    for (const char* name : {"down0.conv1", "down0.conv2", "up0.conv1", "up0.conv2"})
        passOn(state, name);
    // White comes in as 2.
    state.at("down0.bn1.bias").fill_(-1.88);
    for (int kind = 0; kind < damageKinds; ++kind)
        for (int pixel = 0; pixel < folded; ++pixel)
            state.at("head.weight")[kind * folded + pixel][pixel][0][0] = 400;
    state.at("head.bias").fill_(-12);

    const std::filesystem::path path = folder / "damage-test.safetensors";
    if (const auto saved = saveDamageModel(path, network, {"damage-test", {}, {}}); !saved)
        throw std::runtime_error(inWords(saved.error().message));
    return path;
}

} // namespace autochrome
