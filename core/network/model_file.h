#pragma once

#include "core/base/error.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace autochrome::inline network {

/// What a model file says about itself (its safetensors metadata).
struct ModelCard
{
    static constexpr int formatVersion = 1;

    std::string name;                           ///< e.g. "first-light"
    std::string architecture;                   ///< NetworkDesign::architecture()
    std::string weightsSha256;                  ///< over the tensors' bytes in name order, hex
    std::vector<std::array<float, 2>> bins;     ///< bin centres, CIE a*, b*
    std::vector<float> prior;                   ///< colour prior over the bins, adds up to 1
    std::map<std::string, std::string> details; ///< recipe, data, licences, metrics, … (free text)
};

/// Reads only the card of a model file; checks architecture and format version, not the weights.
Result<ModelCard> readModelCard(const std::filesystem::path& path);

} // namespace autochrome::inline network
