#include "core/learn/loop/training_card.h"

#include "core/base/sha256.h"
#include "core/colour/colour_bins.h"
#include "core/measure/metrics/metrics_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

nlohmann::json describe(const std::vector<DataOrigin>& origins)
{
    auto list = nlohmann::json::array();
    for (const DataOrigin& origin : origins)
        list.push_back(
            {{"name", origin.name}, {"sha256", origin.sha256}, {"photos", origin.photos}});
    return list;
}

} // namespace

std::string digestOf(const std::vector<DataOrigin>& origins)
{
    Sha256 digest;
    for (const DataOrigin& origin : origins) {
        const std::string line = origin.name + " " + origin.sha256 + "\n";
        digest.add(line.data(), line.size());
    }
    return digest.hex();
}

std::map<std::string, std::string> cardOfParent(const ModelCard& parent)
{
    std::map<std::string, std::string> details{{"parent", parent.name}};
    auto line = nlohmann::json::array({{{"name", parent.name}, {"sha256", parent.weightsSha256}}});
    const auto before = parent.details.find("parents");
    if (before != parent.details.end()) {
        const auto known = nlohmann::json::parse(before->second, nullptr, false);
        if (known.is_array())
            line.insert(line.end(), known.begin(), known.end());
    } else if (const auto only = parent.details.find("parent_sha256");
               only != parent.details.end()) {
        line.push_back({{"sha256", only->second}}); // a card of before lines were kept
    }
    details["parents"] = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    for (const char* key : {"training_data", "data", "licence", "license", "licences"})
        if (const auto found = parent.details.find(key); found != parent.details.end())
            details[std::string("parent_").append(key)] = found->second;
    return details;
}

ModelCard trainedModelCard(const TrainingSettings& settings, const TrainingPlan& plan,
                           const TrainingState& state, const SampleSource& training,
                           const SampleSource* validation,
                           const std::optional<ColourMetrics>& metrics)
{
    ModelCard card;
    card.name = plan.name;
    card.bins = ColourBins::srgb().centres;
    card.prior = state.prior;
    card.details = plan.cardDetails;
    card.details["recipe"] = settings.toJson();
    card.details["seed"] = std::to_string(settings.seed);
    card.details["head"] = settings.crossEntropyWeight > 0 ? "distribution" : "regression";
    card.details["encoder_sha256"] = state.encoderSha256;
    if (!state.parentSha256.empty())
        card.details["parent_sha256"] = state.parentSha256;
    // A note of the same name was written by a person and stands.
    card.details.insert(state.parentDetails.begin(), state.parentDetails.end());
    card.details["training_data"] = describe(training.origins()).dump();
    card.details["training_photos"] = std::to_string(training.photoCount());
    card.details["training_photos_skipped"] = nlohmann::json{
        {"corrupt", state.skipped.corrupt},
        {"grey", state.skipped.grey},
        {"toned", state.skipped.toned},
        {"small", state.skipped.small}}.dump();
    card.details["training_samples"] = std::to_string(state.samples);
    card.details["training_steps"] = std::to_string(state.step);
    card.details["training_minutes"] = std::to_string(std::lround(state.secondsSpent / 60));
    card.details["software"] = "Autochrome " AUTOCHROME_VERSION;
    if (metrics && metrics->photos > 0) {
        nlohmann::ordered_json measured{{"photos", metrics->photos}};
        measured.update(toJson(*metrics));
        card.details["metrics"] = measured.dump();
        card.details["validation_data"] = describe(validation->origins()).dump();
    }
    return card;
}

} // namespace autochrome::inline learn
