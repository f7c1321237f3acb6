#pragma once

#include <filesystem>
#include <span>
#include <string_view>

namespace autochrome::inline base {

/// What a kind of photo is called by at the end of a file's name.
struct PhotoExtension
{
    std::string_view extension; ///< small letters, no dot
    std::string_view format;    ///< "jpeg", "png", "tiff", "webp", "bmp"
};

/// The one list of them: for the queue, the window, training. The usual one of each format comes
/// first.
std::span<const PhotoExtension> photoExtensions();

/// The entry of an extension, in any case and without its dot; null for others.
const PhotoExtension* photoExtension(std::string_view extension);

/// Whether a file is called like a photo.
bool isPhotoName(const std::filesystem::path& name);

} // namespace autochrome::inline base
