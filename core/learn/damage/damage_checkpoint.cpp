#include "core/learn/damage/damage_checkpoint.h"

#include "core/base/text.h"
#include "core/network/tensor_io.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

constexpr const char* checkpointKey = "damage_checkpoint";

} // namespace

Result<void> DamageCheckpoint::save(const std::filesystem::path& path,
                                    const std::string& settings) const
{
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, tensor] : stateOf(*network))
        tensors.emplace("weights." + name, tensor);
    for (const auto& [name, tensor] : stateOf(*average))
        tensors.emplace("average." + name, tensor);
    for (const auto& [name, tensor] : optimiser.state())
        tensors.emplace("optimiser." + name, tensor);
    const nlohmann::json json{{"step", step}, {"seconds", seconds}, {"settings", settings}};
    return saveTensors(path, tensors, {{checkpointKey, json.dump()}}, /*half=*/false);
}

Result<void> DamageCheckpoint::load(const std::filesystem::path& path, const std::string& settings)
try {
    const auto file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto json = nlohmann::json::parse(file->metadata().at(checkpointKey));
    if (json.at("settings") != settings)
        return failure(ErrorCode::Usage,
                       text("The checkpoint “%1” was made with other settings.", {path.string()}));
    if (auto loaded = loadState(*network, *file, "weights.", true); !loaded)
        return loaded;
    if (auto loaded = loadState(*average, *file, "average.", true); !loaded)
        return loaded;
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : optimiser.state())
        tensor.copy_(toTensor(file->tensors().at("optimiser." + name)));
    step = json.at("step");
    seconds = json.at("seconds");
    optimiser.setSteps(step);
    return {};
} catch (const std::exception& error) {
    return failure(ErrorCode::Corrupt,
                   text("The checkpoint “%1” is damaged or of another version.", {path.string()}),
                   error.what());
}

} // namespace autochrome::inline learn
