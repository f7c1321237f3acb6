// PNG by libpng; functions that call setjmp have only plain locals.
#include "core/photo/formats/format_writer.h"
#include "core/photo/metadata/metadata_encoder.h"
#include "core/photo/metadata/resolution.h"

#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <png.h>
#include <tuple>

namespace autochrome::inline photo {
namespace {

struct Encoder
{
    png_structp png = nullptr;
    png_infop info = nullptr;
    OutputFile* file = nullptr;
    char message[256] = {};
};

/// What goes before the pixels, as plain pointers.
struct Head
{
    png_uint_32 width = 0;
    png_uint_32 height = 0;
    int depth = 8;
    int colourType = 0;
    png_uint_32 densityX = 0;
    png_uint_32 densityY = 0;
    int densityUnit = PNG_RESOLUTION_METER;
    png_const_bytep icc = nullptr;
    png_uint_32 iccSize = 0;
    png_bytep exif = nullptr;
    png_uint_32 exifSize = 0;
    png_textp texts = nullptr;
    int textCount = 0;
};

[[noreturn]] void onPngWriteError(png_structp png, png_const_charp message)
{
    Encoder& encoder = *static_cast<Encoder*>(png_get_error_ptr(png));
    std::strncpy(encoder.message, message, sizeof(encoder.message) - 1);
    png_longjmp(png, 1);
}

void onPngWriteWarning(png_structp, png_const_charp) {}

void onWrite(png_structp png, png_bytep bytes, std::size_t count)
{
    if (!static_cast<Encoder*>(png_get_io_ptr(png))->file->append(bytes, count))
        png_error(png, "write");
}

void onFlush(png_structp) {}

bool writeHead(Encoder& encoder, const Head& head)
{
    if (setjmp(png_jmpbuf(encoder.png)))
        return false;
    png_structp png = encoder.png;
    png_infop info = encoder.info;
    png_set_write_fn(png, &encoder, onWrite, onFlush);
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    // Photographs hardly shrink further above this level, they only take longer.
    png_set_compression_level(png, 4);
    png_set_filter(png, 0, PNG_FILTER_SUB | PNG_FILTER_UP | PNG_FILTER_PAETH);
    png_set_option(png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
    png_set_IHDR(png, info, head.width, head.height, head.depth, head.colourType,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (head.icc)
        png_set_iCCP(png, info, "ICC profile", PNG_COMPRESSION_TYPE_BASE, head.icc, head.iccSize);
    if (head.densityX)
        png_set_pHYs(png, info, head.densityX, head.densityY, head.densityUnit);
    if (head.exif)
        png_set_eXIf_1(png, info, head.exifSize, head.exif);
    if (head.textCount > 0)
        png_set_text(png, info, head.texts, head.textCount);
    png_write_info(png, info);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (head.depth == 16)
        png_set_swap(png);
#endif
    return true;
}

bool writeRows(Encoder& encoder, const std::uint8_t* from, std::size_t stride, int count)
{
    if (setjmp(png_jmpbuf(encoder.png)))
        return false;
    for (int i = 0; i < count; ++i)
        png_write_row(encoder.png, from + stride * std::size_t(i));
    return true;
}

bool writeEnd(Encoder& encoder)
{
    if (setjmp(png_jmpbuf(encoder.png)))
        return false;
    png_write_end(encoder.png, nullptr);
    return true;
}

class PngEncoder
{
public:
    explicit PngEncoder(OutputFile& file)
    {
        encoder.file = &file;
        encoder.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &encoder, onPngWriteError,
                                              onPngWriteWarning);
        encoder.info = encoder.png ? png_create_info_struct(encoder.png) : nullptr;
        if (!encoder.info) {
            png_destroy_write_struct(&encoder.png, nullptr);
            throw std::bad_alloc();
        }
    }
    ~PngEncoder() { png_destroy_write_struct(&encoder.png, &encoder.info); }
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;

    Encoder encoder;
};

/// IPTC the way ImageMagick began it and everybody reads it: resources as hexadecimal text.
std::string rawProfile(const std::vector<std::uint8_t>& bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string size = std::to_string(bytes.size());
    std::string text =
        "\niptc\n" + std::string(8 - std::min<std::size_t>(8, size.size()), ' ') + size + "\n";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
        if (i % 36 == 35)
            text += '\n';
    }
    if (text.back() != '\n')
        text += '\n';
    return text;
}

png_uint_32 perMetre(double value, Resolution::Unit unit)
{
    const double metres = unit == Resolution::Unit::Inch ? 0.0254 : 0.01;
    const double result = std::round(value / metres);
    return result >= 1 && result < 0x7fffffff ? png_uint_32(result) : 0;
}

void writePng(WriteJob& job)
{
    std::vector<std::uint8_t> exif = exifAsTiff(job.info.metadata);
    std::string xmp = xmpPacket(job.info.metadata);
    const std::vector<std::uint8_t> resources = iptcResources(job.info.metadata);
    std::string iptc = resources.empty() ? std::string() : rawProfile(resources);
    char xmpKey[] = "XML:com.adobe.xmp";
    char iptcKey[] = "Raw profile type iptc";
    char nothing[] = "";
    std::array<png_text, 2> texts = {};

    Head head;
    if (!xmp.empty()) {
        png_text& text = texts[std::size_t(head.textCount++)];
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = xmpKey;
        text.text = xmp.data();
        text.itxt_length = xmp.size();
        text.lang = nothing;
        text.lang_key = nothing;
    }
    if (!iptc.empty()) {
        png_text& text = texts[std::size_t(head.textCount++)];
        text.compression = PNG_TEXT_COMPRESSION_zTXt;
        text.key = iptcKey;
        text.text = iptc.data();
        text.text_length = iptc.size();
    }
    head.texts = texts.data();
    head.width = png_uint_32(job.rows.size().width);
    head.height = png_uint_32(job.rows.size().height);
    head.depth = CV_MAT_DEPTH(job.rows.type()) == CV_16U ? 16 : 8;
    const int channels = CV_MAT_CN(job.rows.type());
    head.colourType = channels == 1   ? PNG_COLOR_TYPE_GRAY
                      : channels == 3 ? PNG_COLOR_TYPE_RGB
                                      : PNG_COLOR_TYPE_RGB_ALPHA;
    if (!job.info.icc.empty()) {
        head.icc = job.info.icc.data();
        head.iccSize = png_uint_32(job.info.icc.size());
    }
    if (!exif.empty()) {
        head.exif = exif.data();
        head.exifSize = png_uint_32(exif.size());
    }
    const Resolution& resolution = job.info.resolution;
    if (resolution.unit == Resolution::Unit::None && resolution.x > 0) {
        head.densityUnit = PNG_RESOLUTION_UNKNOWN;
        std::tie(head.densityX, head.densityY) = wholeProportion(resolution, 0x7fffffff);
    } else if (resolution.unit != Resolution::Unit::None) {
        head.densityX = perMetre(resolution.x, resolution.unit);
        head.densityY = perMetre(resolution.y, resolution.unit);
    }

    PngEncoder png(job.file);
    if (!writeHead(png.encoder, head))
        job.failEncoding(png.encoder.message);
    job.forEachStrip([&](int, const cv::Mat& strip) {
        if (!writeRows(png.encoder, strip.data, strip.step, strip.rows))
            job.failEncoding(png.encoder.message);
    });
    if (!writeEnd(png.encoder))
        job.failEncoding(png.encoder.message);
}

} // namespace

const FormatWriter pngWriter = {0x7fffffff, writePng};

} // namespace autochrome::inline photo
