#pragma once

#include "core/base/error.h"
#include "core/network/model_file.h"
#include "core/network/network.h"

#include <filesystem>

namespace autochrome::inline network {

/// A network with the card of the file it came from.
struct LoadedModel
{
    ColorizerNetwork network{nullptr}; ///< float32, on the CPU, in eval mode
    ModelCard card;
};

/// Loads and verifies (names, shapes, sha256 of the weights) a model file.
Result<LoadedModel> loadModel(const std::filesystem::path& path);

/// Writes a model file, weights as float16. `card.weightsSha256` is computed here.
Result<ModelCard> saveModel(const std::filesystem::path& path, const ColorizerNetwork& network,
                            ModelCard card);

/// Fills the encoder of `network` from a safetensors export of torchvision's efficientnet_b0
/// (names features.*; features.8 and the classifier are ignored). Errors: ModelInvalid (another
/// architecture, with the name that tells it), what reading gives.
Result<void> loadEncoder(ColorizerNetwork& network, const std::filesystem::path& path);

/// Only tries whether the file could fill an encoder. Errors: as above.
Result<void> loadEncoder(const std::filesystem::path& path);

} // namespace autochrome::inline network
