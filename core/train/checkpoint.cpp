#include "core/train/checkpoint.h"

#include "core/base/text.h"
#include "core/nn/safetensors.h"
#include "core/nn/tensor_io.h"

#include <nlohmann/json.hpp>

namespace autochrome {
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
        head.state.step = json.at("step");
        head.state.samples = json.at("samples");
        head.state.secondsSpent = json.at("secondsSpent");
        head.state.prior = json.at("prior").get<std::vector<float>>();
        head.state.encoderSha256 = json.at("encoderSha256");
        head.state.parentSha256 = json.value("parentSha256", std::string());
        head.state.dataSha256 = json.at("dataSha256");
        const auto skipped = json.value("skipped", std::vector<std::int64_t>(4, 0));
        head.state.skipped = {skipped.at(0), skipped.at(1), skipped.at(2), skipped.at(3)};
        head.state.bestScore = json.value("bestScore", -1.0);
        head.state.sinceBest = json.value("sinceBest", 0);
        head.bins = int(head.state.prior.size());
        head.optimiserSteps = json.at("optimiserSteps");
        head.emaUpdates = json.at("emaUpdates");
        return head;
    } catch (const std::exception& error) { // of the JSON library, or a list that is too short
        return damaged(path, error.what());
    }
}

} // namespace

Result<void> saveCheckpoint(const std::filesystem::path& path, const TrainingSettings& settings,
                            const TrainingState& state, const ColorizerNetwork& network,
                            const Ema& ema, const AdamW& optimiser)
{
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, tensor] : stateOf(*network))
        tensors.emplace("weights." + name, tensor);
    for (const auto& [name, tensor] : stateOf(*ema.network()))
        tensors.emplace("average." + name, tensor);
    for (const auto& [name, tensor] : optimiser.state())
        tensors.emplace("optimiser." + name, tensor);
    const nlohmann::json json{
        {"kind", kind},
        {"version", formatVersion},
        {"settings", nlohmann::json::parse(settings.toJson())},
        {"step", state.step},
        {"samples", state.samples},
        {"secondsSpent", state.secondsSpent},
        {"prior", state.prior},
        {"encoderSha256", state.encoderSha256},
        {"parentSha256", state.parentSha256},
        {"dataSha256", state.dataSha256},
        {"skipped",
         {state.skipped.corrupt, state.skipped.grey, state.skipped.toned, state.skipped.small}},
        {"bestScore", state.bestScore},
        {"sinceBest", state.sinceBest},
        {"optimiserSteps", optimiser.steps()},
        {"emaUpdates", ema.updates()},
    };
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
                            AdamW& optimiser)
{
    const auto file = SafetensorsFile::read(path);
    if (!file)
        return tl::make_unexpected(file.error());
    const auto head = headOf(*file, path);
    if (!head)
        return tl::make_unexpected(head.error());
    if (const auto loaded = loadState(*network, *file, "weights.", true); !loaded)
        return loaded;
    ColorizerNetwork average = ema.network();
    if (const auto loaded = loadState(*average, *file, "average.", true); !loaded)
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

} // namespace autochrome
