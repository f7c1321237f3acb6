#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline models {

/// A pretrained encoder that a training can start from: torchvision's EfficientNet-B0.
struct EncoderEntry
{
    std::filesystem::path path;
    std::string name;
    std::string sha256; ///< of the file, as the card of a model that began with it has it
};

/// Where the person's encoders lie, beside the models: $XDG_DATA_HOME/autochrome/encoders. It need
/// not be there. Empty for somebody without a home.
std::filesystem::path personsEncoderFolder();

/// The encoders of the library by name; what is damaged in its names is left out. Reads little, but
/// where a checksum is missing, all of a file.
std::vector<EncoderEntry> availableEncoders();

/// The encoder of the library with this name.
std::optional<EncoderEntry> namedEncoder(const std::string& name);

/// Copies an encoder file into the library, byte by byte. A name that is taken gets a number; an
/// encoder that is there already is not copied again.
/// @param name  instead of the file's; may be empty
/// @returns what it is in the library. Errors: ModelInvalid (another architecture or shape,
/// damaged,
///          not safetensors: the sentence says which), NotFound, WriteFailed, DiskFull.
Result<EncoderEntry> addEncoder(const std::filesystem::path& file, const std::string& name = {});

/// Copies an encoder, by name, out of the library; never over another file.
/// @param target  a file, or a folder that is there
/// @returns the file that was written. Errors: ModelMissing, TargetExists, WriteFailed, DiskFull.
Result<std::filesystem::path> exportEncoder(const std::string& name,
                                            const std::filesystem::path& target);

/// Looks at all of an encoder file: names, shapes, finite weights, the checksum beside it. Errors:
/// ModelInvalid, with the reason; NotFound, Unreadable.
Result<void> verifyEncoder(const std::filesystem::path& file);

/// Removes an encoder, by name. Errors: ModelMissing, WriteFailed.
Result<void> removeEncoder(const std::string& name);

} // namespace autochrome::inline models
