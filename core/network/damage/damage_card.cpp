#include "core/network/damage/damage_card.h"

#include "core/base/text.h"
#include "core/network/safetensors.h"

namespace autochrome::inline network {
namespace {

constexpr std::string_view cardPrefix = "card.";

std::string valueOf(const std::map<std::string, std::string>& metadata, const std::string& key)
{
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::string() : found->second;
}

} // namespace

std::map<std::string, std::string> DamageCard::metadata() const
{
    std::map<std::string, std::string> metadata{{"architecture", architecture},
                                                {"format_version", std::to_string(formatVersion)},
                                                {"name", name},
                                                {"weights_sha256", weightsSha256}};
    for (const auto& [key, value] : details)
        metadata.emplace(std::string(cardPrefix) + key, value);
    return metadata;
}

Result<DamageCard> damageCardFrom(const SafetensorsFile& file, const std::string& name)
{
    const auto& metadata = file.metadata();
    if (valueOf(metadata, "architecture") != DamageCard::architecture ||
        valueOf(metadata, "format_version") != std::to_string(DamageCard::formatVersion))
        return failure(ErrorCode::ModelInvalid,
                       text("“%1” is not a detector of damage that this version can use.", {name}),
                       valueOf(metadata, "architecture") + " " +
                           valueOf(metadata, "format_version"));
    DamageCard card{valueOf(metadata, "name"), valueOf(metadata, "weights_sha256"), {}};
    for (const auto& [key, value] : metadata)
        if (key.starts_with(cardPrefix))
            card.details[key.substr(cardPrefix.size())] = value;
    return card;
}

Result<DamageCard> readDamageCard(const std::filesystem::path& path)
{
    return SafetensorsFile::map(path).and_then(
        [&](const SafetensorsFile& file) { return damageCardFrom(file, path.string()); });
}

} // namespace autochrome::inline network
