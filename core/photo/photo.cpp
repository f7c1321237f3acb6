#include "core/photo/photo.h"

namespace autochrome::inline photo {

const char* formatName(FileFormat format)
{
    switch (format) {
    case FileFormat::Jpeg:
        return "JPEG";
    case FileFormat::Png:
        return "PNG";
    case FileFormat::Tiff:
        return "TIFF";
    case FileFormat::WebP:
        return "WebP";
    case FileFormat::Bmp:
        return "BMP";
    }
    return "";
}

const char* formatExtension(FileFormat format)
{
    switch (format) {
    case FileFormat::Jpeg:
        return "jpg";
    case FileFormat::Png:
        return "png";
    case FileFormat::Tiff:
        return "tif";
    case FileFormat::WebP:
        return "webp";
    case FileFormat::Bmp:
        return "bmp";
    }
    return "";
}

FileFormat losslessFormatFor(FileFormat source)
{
    return source == FileFormat::Tiff ? FileFormat::Tiff : FileFormat::Png;
}

} // namespace autochrome::inline photo
