#include "core/learn/loop/training_state.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline learn {

std::string TrainingState::toJson() const
{
    return nlohmann::json{
        {"step", step},
        {"samples", samples},
        {"secondsSpent", secondsSpent},
        {"prior", prior},
        {"encoderSha256", encoderSha256},
        {"parentSha256", parentSha256},
        {"parentDetails", parentDetails},
        {"dataSha256", dataSha256},
        {"skipped", {skipped.corrupt, skipped.grey, skipped.toned, skipped.small}},
        {"bestScore", bestScore},
        {"sinceBest", sinceBest}}
        .dump();
}

Result<TrainingState> TrainingState::fromJson(const std::string& text)
{
    try {
        const auto json = nlohmann::json::parse(text);
        TrainingState state;
        state.step = json.at("step");
        state.samples = json.at("samples");
        state.secondsSpent = json.at("secondsSpent");
        state.prior = json.at("prior").get<std::vector<float>>();
        state.encoderSha256 = json.at("encoderSha256");
        state.parentSha256 = json.value("parentSha256", std::string());
        state.parentDetails = json.value("parentDetails", std::map<std::string, std::string>());
        state.dataSha256 = json.at("dataSha256");
        const auto skipped = json.value("skipped", std::vector<std::int64_t>(4, 0));
        state.skipped = {skipped.at(0), skipped.at(1), skipped.at(2), skipped.at(3)};
        state.bestScore = json.value("bestScore", -1.0);
        state.sinceBest = json.value("sinceBest", 0);
        return state;
    } catch (const std::exception& error) { // of the JSON library, or a list that is too short
        return failure(ErrorCode::Corrupt,
                       autochrome::text("The state of the training run is damaged."), error.what());
    }
}

} // namespace autochrome::inline learn
