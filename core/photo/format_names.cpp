#include "core/photo/format_names.h"

#include <algorithm>
#include <cctype>

namespace autochrome {

std::optional<FileFormat> formatOfName(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (lower == "jpg" || lower == "jpeg" || lower == "jpe" || lower == "jfif")
        return FileFormat::Jpeg;
    if (lower == "png")
        return FileFormat::Png;
    if (lower == "tif" || lower == "tiff")
        return FileFormat::Tiff;
    if (lower == "webp")
        return FileFormat::WebP;
    if (lower == "bmp" || lower == "dib")
        return FileFormat::Bmp;
    return std::nullopt;
}

std::optional<FileFormat> formatOfExtension(const std::filesystem::path& path)
{
    const std::string extension = path.extension().native();
    return extension.empty() ? std::nullopt : formatOfName(extension.substr(1));
}

} // namespace autochrome
