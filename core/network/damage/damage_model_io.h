#pragma once

#include "core/network/damage/damage_card.h"
#include "core/network/damage/damage_network.h"

namespace autochrome::inline network {

struct LoadedDamageModel
{
    DamageNetwork network{nullptr}; ///< float32, on the CPU, in eval mode
    DamageCard card;
};

/// Loads and verifies (names, shapes, sha256 of the weights). Errors: ModelInvalid, OutOfMemory,
/// what reading gives.
Result<LoadedDamageModel> loadDamageModel(const std::filesystem::path& path);

/// Writes a model file, weights as float16. `card.weightsSha256` is computed here.
Result<DamageCard> saveDamageModel(const std::filesystem::path& path, const DamageNetwork& network,
                                   DamageCard card);

} // namespace autochrome::inline network
