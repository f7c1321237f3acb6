#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace autochrome::inline photo {

/// The formats of the table below, in its order.
enum class FileFormat { Jpeg, Png, Tiff, WebP, Bmp, Pnm };

struct FormatReader;
struct FormatWriter;
extern const FormatReader jpegReader, pngReader, tiffReader, webpReader, bmpReader, pnmReader;
extern const FormatWriter jpegWriter, pngWriter, tiffWriter, webpWriter, bmpWriter;

/// A handful of something, in a constant.
template <class T, std::size_t most = 8>
class Few
{
public:
    constexpr Few(std::initializer_list<T> all)
    {
        for (const T& one : all)
            items_[count_++] = one;
    }
    constexpr const T* begin() const { return items_.data(); }
    constexpr const T* end() const { return items_.data() + count_; }
    constexpr const T& front() const { return items_[0]; }

private:
    std::array<T, most> items_ = {};
    std::size_t count_ = 0;
};

/// How the files of a format begin: with these bytes and, where there are more, with those at
/// `offset`.
struct Magic
{
    std::string_view bytes;
    std::size_t offset = 0;
    std::string_view there = {};
};

/// Where a format has room for Exif, IPTC and XMP.
enum class MetadataPlace {
    Beside,       ///< nowhere: in an XMP file beside the picture
    Inside,       ///< for all three
    InsideNoIptc, ///< for Exif and XMP
};

/// Everything that the rest of the program needs to know of a file format. A new one is a reader
/// and a row here: dialogs, folder walks, recognition, options, completions, manual pages and
/// desktop files follow.
struct PhotoFormat
{
    FileFormat format;
    const char* name;                 ///< as people write it
    const char* word;                 ///< as options and recipes of the queue call it
    Few<std::string_view> extensions; ///< small letters, no dot, the usual one first
    Few<std::string_view> mimeTypes;  ///< the registered or most usual one first
    Few<Magic> magic;                 ///< any of them
    const FormatReader* reader;
    const FormatWriter* writer; ///< null: results take `result` in its place
    FileFormat result;          ///< what results are written as unless the person says otherwise
    int depth;                  ///< most bits of a channel
    bool lossless;
    bool alpha;
    bool profiles; ///< ICC, inside
    bool pages;    ///< several photos in one file
    MetadataPlace metadata;
};

// clang-format off
inline constexpr PhotoFormat photoFormats[] = {
    {.format = FileFormat::Jpeg,
     .name = "JPEG",
     .word = "jpeg",
     .extensions = {"jpg", "jpeg", "jpe", "jfif"},
     .mimeTypes = {"image/jpeg"},
     .magic = {{"\xFF\xD8\xFF"}},
     .reader = &jpegReader, .writer = &jpegWriter,
     .result = FileFormat::Png,
     .depth = 8, .lossless = false, .alpha = false, .profiles = true, .pages = false,
     .metadata = MetadataPlace::Inside},
    {.format = FileFormat::Png,
     .name = "PNG",
     .word = "png",
     .extensions = {"png"},
     .mimeTypes = {"image/png"},
     .magic = {{"\x89PNG\r\n\x1A\n"}},
     .reader = &pngReader, .writer = &pngWriter,
     .result = FileFormat::Png,
     .depth = 16, .lossless = true, .alpha = true, .profiles = true, .pages = false,
     .metadata = MetadataPlace::Inside},
    {.format = FileFormat::Tiff,
     .name = "TIFF",
     .word = "tiff",
     .extensions = {"tif", "tiff"},
     .mimeTypes = {"image/tiff"},
     .magic = {{{"II*\0", 4}}, {{"MM\0*", 4}}, {{"II+\0", 4}}, {{"MM\0+", 4}}},
     .reader = &tiffReader, .writer = &tiffWriter,
     .result = FileFormat::Tiff,
     .depth = 16, .lossless = true, .alpha = true, .profiles = true, .pages = true,
     .metadata = MetadataPlace::Inside},
    {.format = FileFormat::WebP,
     .name = "WebP",
     .word = "webp",
     .extensions = {"webp"},
     .mimeTypes = {"image/webp"},
     .magic = {{"RIFF", 8, "WEBP"}},
     .reader = &webpReader, .writer = &webpWriter,
     .result = FileFormat::Png,
     .depth = 8, .lossless = false, .alpha = true, .profiles = true, .pages = false,
     .metadata = MetadataPlace::InsideNoIptc},
    {.format = FileFormat::Bmp,
     .name = "BMP",
     .word = "bmp",
     .extensions = {"bmp", "dib"},
     .mimeTypes = {"image/bmp"},
     .magic = {{"BM"}},
     .reader = &bmpReader, .writer = &bmpWriter,
     .result = FileFormat::Png,
     .depth = 8, .lossless = true, .alpha = true, .profiles = true, .pages = false,
     .metadata = MetadataPlace::Beside},
    {.format = FileFormat::Pnm,
     .name = "PNM",
     .word = "pnm",
     .extensions = {"pnm", "pbm", "pgm", "ppm", "pam"},
     .mimeTypes = {"image/x-portable-anymap", "image/x-portable-bitmap",
                   "image/x-portable-graymap", "image/x-portable-pixmap",
                   "image/x-portable-arbitrarymap"},
     .magic = {{"P1"}, {"P2"}, {"P3"}, {"P4"}, {"P5"}, {"P6"}, {"P7"}},
     .reader = &pnmReader, .writer = nullptr,
     .result = FileFormat::Png,
     .depth = 16, .lossless = true, .alpha = true, .profiles = false, .pages = false,
     .metadata = MetadataPlace::Beside},
};
// clang-format on

/// The row of a format.
constexpr const PhotoFormat& factsOf(FileFormat format)
{
    return photoFormats[std::size_t(format)];
}

static_assert(
    [] {
        for (std::size_t i = 0; i < std::size(photoFormats); ++i)
            if (photoFormats[i].format != FileFormat(i))
                return false;
        return true;
    }(),
    "the rows are in the order of FileFormat");

} // namespace autochrome::inline photo
