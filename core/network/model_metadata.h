#pragma once

#include "core/base/error.h"
#include "core/network/model_file.h"
#include "core/network/safetensors.h"

#include <map>
#include <string>

namespace autochrome::inline network {

/// The card in a file's metadata. Checks architecture, format version, bins and prior; `name` is
/// what errors call the file. Errors: ModelInvalid.
Result<ModelCard> cardFrom(const SafetensorsFile& file, const std::string& name);

/// The metadata that cardFrom() reads back.
std::map<std::string, std::string> metadataFrom(const ModelCard& card);

/// SHA-256 over the tensors' bytes in name order, hex.
std::string weightsSha256(const std::map<std::string, TensorView>& tensors);

} // namespace autochrome::inline network
