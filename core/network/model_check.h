#pragma once

#include "core/base/error.h"
#include "core/network/model_file.h"

#include <filesystem>

namespace autochrome::inline network {

/// Looks at all of a model file: that it is a model of ours and no encoder, checkpoint or shard;
/// its architecture and version; that a network can be made of it; its weights' checksum; that they
/// are finite; and, if `<file>.sha256` lies beside it, the checksum in there. Errors: ModelInvalid,
/// with the reason; what reading gives.
Result<ModelCard> checkModel(const std::filesystem::path& path);

/// Whether this looks like a safetensors export of torchvision's EfficientNet-B0, as
/// `train --encoder` takes it. Only names are looked at: checkEncoder() says whether it is one.
bool isEncoderFile(const std::filesystem::path& path);

/// Looks at all of an encoder file: that it is torchvision's EfficientNet-B0 and no larger sister
/// of it; that its weights are finite; and the checksum in `<file>.sha256`, if that lies beside it.
/// Errors: ModelInvalid, with the reason; what reading gives.
Result<void> checkEncoder(const std::filesystem::path& path);

} // namespace autochrome::inline network
