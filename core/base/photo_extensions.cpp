#include "core/base/photo_extensions.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace autochrome::inline base {
namespace {

constexpr PhotoExtension extensions[] = {
    {"jpg", "jpeg"}, {"jpeg", "jpeg"}, {"jpe", "jpeg"},  {"jfif", "jpeg"}, {"png", "png"},
    {"tif", "tiff"}, {"tiff", "tiff"}, {"webp", "webp"}, {"bmp", "bmp"},   {"dib", "bmp"},
};

} // namespace

std::span<const PhotoExtension> photoExtensions()
{
    return extensions;
}

const PhotoExtension* photoExtension(std::string_view extension)
{
    std::string lower(extension);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return char(std::tolower(c)); });
    const auto* found = std::ranges::find(extensions, lower, &PhotoExtension::extension);
    return found == std::end(extensions) ? nullptr : found;
}

bool isPhotoName(const std::filesystem::path& name)
{
    const std::string extension = name.extension().native();
    return !extension.empty() && photoExtension(extension.substr(1));
}

} // namespace autochrome::inline base
