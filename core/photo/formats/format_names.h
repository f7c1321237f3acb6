#pragma once

#include "core/photo/photo.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace autochrome::inline photo {

/// The format that "jpg", "jpeg", "png", "tif", … names, in any case.
std::optional<FileFormat> formatOfName(std::string_view name);

/// The same for the extension of a path.
std::optional<FileFormat> formatOfExtension(const std::filesystem::path& path);

/// Whether a file is called like a photo.
bool isPhotoName(const std::filesystem::path& name);

enum class Formats { Read, Written, Lossy };

bool isOf(Formats which, const PhotoFormat& format);
/// Of these formats the names: "JPEG, PNG, TIFF".
std::string namesOf(Formats which);
/// Likewise the words: "jpeg, png, tiff".
std::string wordsOf(Formats which, const char* between = ", ");

/// A sentence for whoever asks for a result in a format that is only read.
Message onlyRead(FileFormat format);

} // namespace autochrome::inline photo
