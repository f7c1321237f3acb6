#include "core/photo/formats/format_names.h"

#include "core/base/text.h"

#include <algorithm>
#include <cctype>

namespace autochrome::inline photo {
namespace {

std::string joined(Formats which, const char* PhotoFormat::*field, const char* between)
{
    std::string all;
    for (const PhotoFormat& format : photoFormats)
        if (isOf(which, format))
            all.append(all.empty() ? "" : between).append(format.*field);
    return all;
}

} // namespace

std::optional<FileFormat> formatOfName(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return char(std::tolower(c)); });
    for (const PhotoFormat& format : photoFormats)
        if (lower == format.word || std::ranges::count(format.extensions, lower) > 0)
            return format.format;
    return std::nullopt;
}

std::optional<FileFormat> formatOfExtension(const std::filesystem::path& path)
{
    const std::string extension = path.extension().native();
    return extension.empty() ? std::nullopt : formatOfName(extension.substr(1));
}

bool isPhotoName(const std::filesystem::path& name)
{
    return formatOfExtension(name).has_value();
}

bool isOf(Formats which, const PhotoFormat& format)
{
    switch (which) {
    case Formats::Read:
        return format.reader != nullptr;
    case Formats::Written:
        return format.writer != nullptr;
    case Formats::Lossy:
        return format.writer && !format.lossless;
    }
    return false;
}

std::string namesOf(Formats which)
{
    return joined(which, &PhotoFormat::name, ", ");
}

std::string wordsOf(Formats which, const char* between)
{
    return joined(which, &PhotoFormat::word, between);
}

Message onlyRead(FileFormat format)
{
    return text("%1 can be read but not written. Results can be %2.",
                {formatName(format), namesOf(Formats::Written)});
}

} // namespace autochrome::inline photo
