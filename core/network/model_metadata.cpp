#include "core/network/model_metadata.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/network/network_design.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline network {

namespace {

constexpr const char* detailPrefix = "card.";

tl::unexpected<Error> invalid(const std::string& name, const std::string& detail)
{
    return failure(ErrorCode::ModelInvalid,
                   text("“%1” is not a model that this version can use.", {name}), detail);
}

/// Parses a JSON array of numbers, or of pairs of numbers; throws on anything else.
template <class T>
T numbers(const std::map<std::string, std::string>& metadata, const char* key)
{
    return nlohmann::json::parse(metadata.at(key)).get<T>();
}

bool isFinite(const ModelCard& card)
{
    for (const auto& bin : card.bins) {
        if (!std::isfinite(bin[0]) || !std::isfinite(bin[1]))
            return false;
    }
    for (const float p : card.prior) {
        if (!std::isfinite(p) || p < 0)
            return false;
    }
    return true;
}

} // namespace

Result<ModelCard> cardFrom(const SafetensorsFile& file, const std::string& name)
{
    const auto& metadata = file.metadata();
    const auto architecture = metadata.find("architecture");
    if (architecture == metadata.end())
        return invalid(name, "architecture is not stated");
    const auto version = metadata.find("format_version");
    if (version == metadata.end())
        return invalid(name, "format version is not stated");
    const std::string known = std::to_string(ModelCard::formatVersion);
    if (version->second != known)
        return failure(ErrorCode::ModelInvalid,
                       text("“%1” is a model of format %2; this version reads format %3.",
                            {name, version->second, known}));
    if (!NetworkDesign::fromArchitecture(architecture->second))
        return failure(ErrorCode::ModelInvalid,
                       text("“%1” is a model of another architecture, “%2”, which this version "
                            "does not know.",
                            {name, architecture->second}));
    ModelCard card;
    card.architecture = architecture->second;
    try {
        card.name = metadata.at("name");
        card.weightsSha256 = metadata.at("weights_sha256");
        card.bins = numbers<std::vector<std::array<float, 2>>>(metadata, "bins");
        card.prior = numbers<std::vector<float>>(metadata, "prior");
    } catch (const std::exception& e) {
        return invalid(name, e.what());
    }
    if (card.bins.empty() || card.bins.size() > 4096 || card.prior.size() != card.bins.size() ||
        !isFinite(card))
        return invalid(name, "bins and prior do not fit each other");
    for (const auto& [key, value] : metadata) {
        if (key.starts_with(detailPrefix))
            card.details[key.substr(std::char_traits<char>::length(detailPrefix))] = value;
    }
    return card;
}

std::map<std::string, std::string> metadataFrom(const ModelCard& card)
{
    std::map<std::string, std::string> metadata{
        {"architecture", card.architecture},
        {"format_version", std::to_string(ModelCard::formatVersion)},
        {"name", card.name},
        {"weights_sha256", card.weightsSha256},
        {"bins", nlohmann::json(card.bins).dump()},
        {"prior", nlohmann::json(card.prior).dump()}};
    for (const auto& [key, value] : card.details)
        metadata[detailPrefix + key] = value;
    return metadata;
}

std::string weightsSha256(const std::map<std::string, TensorView>& tensors)
{
    Sha256 hash;
    for (const auto& [name, view] : tensors)
        hash.add(view.bytes.data(), view.bytes.size());
    return hash.hex();
}

} // namespace autochrome::inline network
