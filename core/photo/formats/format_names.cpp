#include "core/photo/formats/format_names.h"

#include "core/base/photo_extensions.h"

namespace autochrome::inline photo {

std::optional<FileFormat> formatOfName(std::string_view name)
{
    const PhotoExtension* known = photoExtension(name);
    if (!known)
        return std::nullopt;
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp})
        if (photoExtension(formatExtension(format))->format == known->format)
            return format;
    return std::nullopt;
}

std::optional<FileFormat> formatOfExtension(const std::filesystem::path& path)
{
    const std::string extension = path.extension().native();
    return extension.empty() ? std::nullopt : formatOfName(extension.substr(1));
}

} // namespace autochrome::inline photo
