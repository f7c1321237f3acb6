#include "core/learn/loop/checkpoint.h"

#include "core/base/text.h"
#include "core/network/safetensors.h"
#include "core/network/tensor_io.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

constexpr const char* kind = "autochrome-checkpoint";
constexpr int formatVersion = 1;

tl::unexpected<Error> damaged(const std::filesystem::path& path, std::string detail)
{
    return failure(ErrorCode::Corrupt,
                   text("The checkpoint “%1” is damaged or of another version.", {path.string()}),
                   std::move(detail));
}

Result<CheckpointHead> headOf(const SafetensorsFile& file, const std::filesystem::path& path)
{
    const auto found = file.metadata().find("checkpoint");
    if (found == file.metadata().end())
        return damaged(path, "no checkpoint metadata");
    try {
        const auto json = nlohmann::json::parse(found->second);
        if (json.at("kind") != kind || json.at("version") != formatVersion)
            return damaged(path, "another kind or version");
        CheckpointHead head;
        auto settings = TrainingSettings::fromJson(json.at("settings").dump());
        if (!settings)
            return damaged(path, settings.error().detail);
        head.settings = *settings;
        auto state = TrainingState::fromJson(found->second);
        if (!state)
            return damaged(path, state.error().detail);
        head.state = std::move(*state);
        head.bins = int(head.state.prior.size());
        head.optimiserSteps = json.at("optimiserSteps");
        head.emaUpdates = json.at("emaUpdates");
        return head;
    } catch (const nlohmann::json::exception& error) {
        return damaged(path, error.what());
    }
}

} // namespace

Result<void> saveCheckpoint(const std::filesystem::path& path, const TrainingSettings& settings,
                            const TrainingState& state, const ColorizerNetwork& network,
                            const Ema& ema, const AdamW& optimiser, const ColorizerNetwork& start)
{
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, tensor] : stateOf(*network))
        tensors.emplace("weights." + name, tensor);
    for (const auto& [name, tensor] : stateOf(*ema.network()))
        tensors.emplace("average." + name, tensor);
    for (const auto& [name, tensor] : optimiser.state())
        tensors.emplace("optimiser." + name, tensor);
    if (!start.is_empty())
        for (const auto& [name, tensor] : stateOf(*start))
            tensors.emplace("start." + name, tensor);
    nlohmann::json json = nlohmann::json::parse(state.toJson());
    json.update({{"kind", kind},
                 {"version", formatVersion},
                 {"settings", nlohmann::json::parse(settings.toJson())},
                 {"optimiserSteps", optimiser.steps()},
                 {"emaUpdates", ema.updates()}});
    return saveTensors(path, tensors, {{"checkpoint", json.dump()}}, /*half=*/false);
}

Result<CheckpointHead> readCheckpointHead(const std::filesystem::path& path)
{
    const auto file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    return headOf(*file, path);
}

Result<void> loadCheckpoint(const std::filesystem::path& path, ColorizerNetwork& network, Ema& ema,
                            AdamW& optimiser, ColorizerNetwork& start)
{
    const auto file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto head = headOf(*file, path);
    if (!head)
        return tl::make_unexpected(head.error());
    if (auto loaded = loadState(*network, *file, "weights.", true); !loaded)
        return loaded;
    ColorizerNetwork average = ema.network();
    if (auto loaded = loadState(*average, *file, "average.", true); !loaded)
        return loaded;
    if (!start.is_empty())
        if (auto loaded = loadState(*start, *file, "start.", true); !loaded)
            return loaded;
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : optimiser.state()) {
        const auto found = file->tensors().find("optimiser." + name);
        if (found == file->tensors().end() ||
            tensor.sizes() != torch::IntArrayRef(found->second.shape))
            return damaged(path, "optimiser." + name);
        tensor.copy_(toTensor(found->second));
    }
    optimiser.setSteps(head->optimiserSteps);
    ema.setUpdates(head->emaUpdates);
    return {};
}

} // namespace autochrome::inline learn
