#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <map>
#include <string>

namespace autochrome::inline network {

class SafetensorsFile;

/// What a file with a network that finds damage says about itself (its safetensors metadata).
struct DamageCard
{
    static constexpr const char* architecture = "autochrome-damage-unet";
    static constexpr int formatVersion = 1;

    std::string name;                           ///< e.g. "damage-1"
    std::string weightsSha256;                  ///< over the tensors' bytes in name order, hex
    std::map<std::string, std::string> details; ///< command, seed, data, metrics, … (free text)

    std::map<std::string, std::string> metadata() const;
};

/// Errors: ModelInvalid, if the file is of another architecture or version.
Result<DamageCard> damageCardFrom(const SafetensorsFile& file, const std::string& name);

/// Reads only the card; checks architecture and format version, not the weights.
Result<DamageCard> readDamageCard(const std::filesystem::path& path);

} // namespace autochrome::inline network
