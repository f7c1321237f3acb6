// PNG by libpng. As in the JPEG reader, functions that call setjmp have only plain locals.
#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/png_profile.h"
#include "core/photo/profile/icc.h"

#include <cmath>
#include <csetjmp>
#include <cstring>
#include <png.h>

namespace autochrome::inline photo {
namespace {

constexpr int rowsPerStep = 64;

struct Decoder
{
    png_structp png = nullptr;
    png_infop info = nullptr;
    ByteSource* bytes = nullptr;
    std::uint64_t offset = 0;
    bool truncated = false;
    bool badProfile = false;
    char message[256] = {};
};

[[noreturn]] void onReadError(png_structp png, png_const_charp message)
{
    Decoder& decoder = *static_cast<Decoder*>(png_get_error_ptr(png));
    std::strncpy(decoder.message, message, sizeof(decoder.message) - 1);
    png_longjmp(png, 1);
}

void onReadWarning(png_structp png, png_const_charp message)
{
    Decoder& decoder = *static_cast<Decoder*>(png_get_error_ptr(png));
    if (std::strncmp(message, "iCCP", 4) == 0)
        decoder.badProfile = true;
}

void onRead(png_structp png, png_bytep to, std::size_t count)
{
    Decoder& decoder = *static_cast<Decoder*>(png_get_io_ptr(png));
    const std::size_t got = decoder.bytes->read(decoder.offset, to, count);
    decoder.offset += got;
    if (got < count) {
        decoder.truncated = true;
        png_error(png, "the file ends early");
    }
}

bool readInfo(Decoder& decoder)
{
    if (setjmp(png_jmpbuf(decoder.png)))
        return false;
    png_set_read_fn(decoder.png, &decoder, onRead);
    png_set_user_limits(decoder.png, 0x7fffffff, 0x7fffffff);
    png_set_chunk_malloc_max(decoder.png, 64 << 20);
    // A photo whose profile libpng finds odd still has that profile.
    static const png_byte profileChunk[] = "iCCP";
    png_set_keep_unknown_chunks(decoder.png, PNG_HANDLE_CHUNK_ALWAYS, profileChunk, 1);
    png_read_info(decoder.png, decoder.info);
    return true;
}

/// Asks for 8- or 16-bit grey, RGB or RGBA samples in the machine's byte order.
bool setTransforms(Decoder& decoder)
{
    if (setjmp(png_jmpbuf(decoder.png)))
        return false;
    const int colour = png_get_color_type(decoder.png, decoder.info);
    const int depth = png_get_bit_depth(decoder.png, decoder.info);
    if (colour == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(decoder.png);
    if (colour == PNG_COLOR_TYPE_GRAY && depth < 8)
        png_set_expand_gray_1_2_4_to_8(decoder.png);
    const bool transparent = png_get_valid(decoder.png, decoder.info, PNG_INFO_tRNS) != 0;
    if (transparent)
        png_set_tRNS_to_alpha(decoder.png);
    if (colour == PNG_COLOR_TYPE_GRAY_ALPHA || (colour == PNG_COLOR_TYPE_GRAY && transparent))
        png_set_gray_to_rgb(decoder.png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (depth == 16)
        png_set_swap(decoder.png);
#endif
    png_set_interlace_handling(decoder.png);
    png_read_update_info(decoder.png, decoder.info);
    return true;
}

bool readRows(Decoder& decoder, std::uint8_t* to, std::size_t stride, int count)
{
    if (setjmp(png_jmpbuf(decoder.png)))
        return false;
    for (int i = 0; i < count; ++i)
        png_read_row(decoder.png, to + stride * std::size_t(i), nullptr);
    return true;
}

bool readEnd(Decoder& decoder)
{
    if (setjmp(png_jmpbuf(decoder.png)))
        return false;
    png_read_end(decoder.png, nullptr);
    return true;
}

class PngDecoder
{
public:
    explicit PngDecoder(ReadContext& context) : context_(context)
    {
        decoder_.bytes = &context.bytes;
        decoder_.png =
            png_create_read_struct(PNG_LIBPNG_VER_STRING, &decoder_, onReadError, onReadWarning);
        decoder_.info = decoder_.png ? png_create_info_struct(decoder_.png) : nullptr;
        if (!decoder_.info) {
            png_destroy_read_struct(&decoder_.png, nullptr, nullptr);
            throw std::bad_alloc();
        }
    }
    ~PngDecoder() { png_destroy_read_struct(&decoder_.png, &decoder_.info, nullptr); }
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    Decoder& decoder() { return decoder_; }

    void check(bool done) const
    {
        if (done)
            return;
        if (decoder_.truncated)
            context_.failTruncated(decoder_.message);
        context_.failCorrupt(decoder_.message);
    }

private:
    ReadContext& context_;
    Decoder decoder_;
};

/// The embedded profile, or one made from the file's gamma and primaries if they are not sRGB's.
std::vector<std::uint8_t> profileOf(Decoder& d, bool grey)
{
    png_unknown_chunkp chunks = nullptr;
    const int count = png_get_unknown_chunks(d.png, d.info, &chunks);
    for (int i = 0; i < count; ++i) {
        if (std::memcmp(chunks[i].name, "iCCP", 4) != 0)
            continue;
        std::vector<std::uint8_t> profile = profileOfChunk({chunks[i].data, chunks[i].size});
        d.badProfile = d.badProfile || profile.empty();
        return profile;
    }
    double gamma = 0;
    if (d.badProfile || png_get_valid(d.png, d.info, PNG_INFO_sRGB) ||
        !png_get_gAMA(d.png, d.info, &gamma))
        return {};
    cmsCIExyYTRIPLE primaries = srgbPrimaries();
    cmsCIExyY white = {0.3127, 0.3290, 1};
    bool otherPrimaries = false;
    if (double wx, wy, rx, ry, gx, gy, bx, by;
        !grey && png_get_cHRM(d.png, d.info, &wx, &wy, &rx, &ry, &gx, &gy, &bx, &by)) {
        const cmsCIExyYTRIPLE given = {{rx, ry, 1}, {gx, gy, 1}, {bx, by, 1}};
        const double distance = std::abs(rx - primaries.Red.x) + std::abs(gx - primaries.Green.x) +
                                std::abs(bx - primaries.Blue.x) + std::abs(wx - white.x);
        otherPrimaries = distance > 0.01;
        if (otherPrimaries) {
            primaries = given;
            white = {wx, wy, 1};
        }
    }
    if (gamma < 0.1 || gamma > 5 || (!otherPrimaries && std::abs(gamma - 0.45455) < 0.005))
        return {};
    return grey ? greyGammaProfile(1 / gamma, "PNG gamma")
                : gammaProfile(white, primaries, 1 / gamma, "PNG gamma and primaries");
}

Resolution resolutionOf(const Decoder& d)
{
    png_uint_32 x = 0;
    png_uint_32 y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    Resolution resolution;
    if (!png_get_pHYs(d.png, d.info, &x, &y, &unit) || !x || !y)
        return resolution;
    if (unit != PNG_RESOLUTION_METER) {
        resolution.x = x;
        resolution.y = y;
    } else {
        // 300 dpi is stored as 11811 per metre: two decimals bring the 300 back.
        resolution.x = std::round(x * 2.54) / 100;
        resolution.y = std::round(y * 2.54) / 100;
        resolution.unit = Resolution::Unit::Inch;
    }
    return resolution;
}

PhotoHeader readPngHeader(ReadContext& context)
{
    PngDecoder png(context);
    Decoder& d = png.decoder();
    png.check(readInfo(d));
    return {FileFormat::Png, int(png_get_image_width(d.png, d.info)),
            int(png_get_image_height(d.png, d.info)), int(png_get_channels(d.png, d.info)),
            int(png_get_bit_depth(d.png, d.info))};
}

void readPng(ReadContext& context, PixelTarget& target, Photo& photo)
{
    PngDecoder png(context);
    Decoder& d = png.decoder();
    png.check(readInfo(d));
    const png_uint_32 width = png_get_image_width(d.png, d.info);
    const png_uint_32 height = png_get_image_height(d.png, d.info);
    const int colour = png_get_color_type(d.png, d.info);
    const bool alpha =
        (colour & PNG_COLOR_MASK_ALPHA) || png_get_valid(d.png, d.info, PNG_INFO_tRNS);
    const bool grey = !(colour & PNG_COLOR_MASK_COLOR);
    const int channels = alpha ? 4 : grey ? 1 : 3;
    const int type = CV_MAKETYPE(png_get_bit_depth(d.png, d.info) == 16 ? CV_16U : CV_8U, channels);
    const int passes = png_get_interlace_type(d.png, d.info) == PNG_INTERLACE_NONE ? 1 : 7;
    // Interlaced rows are completed pass by pass, so they all must be there at once.
    const int step = passes == 1 ? rowsPerStep : int(std::min<png_uint_32>(height, 0x7fffffff));
    context.requireRoom(target, width, height, type, step);

    photo.icc = profileOf(d, grey);
    photo.resolution = resolutionOf(d);
    png.check(setTransforms(d));
    if (png_get_rowbytes(d.png, d.info) != std::size_t(width) * std::size_t(CV_ELEM_SIZE(type)))
        context.failCorrupt("unexpected row size");

    const int rowsAll = int(height);
    target.create(cv::Size(int(width), rowsAll), type);
    for (int y = 0; y < rowsAll; y += step) {
        const int count = std::min(step, rowsAll - y);
        cv::Mat rows = target.rows(y, count);
        if (passes > 1)
            rows.setTo(0);
        for (int pass = 0; pass < passes; ++pass) {
            for (int first = 0; first < count; first += rowsPerStep) {
                const int some = std::min(rowsPerStep, count - first);
                png.check(readRows(d, rows.ptr(first), rows.step, some));
                context.reportRows(passes == 1 ? y + some : pass + 1,
                                   passes == 1 ? rowsAll : passes);
            }
        }
        target.done(y, count);
    }
    png.check(readEnd(d));
    if (d.badProfile && photo.icc.empty())
        context.warnings.push_back(
            text("The colour profile in “%1” is damaged; sRGB is assumed.", {context.name}));
    if (grey && alpha)
        widenGreyProfile(photo.icc);
}

} // namespace

const FormatReader pngReader = {readPngHeader, readPng};

} // namespace autochrome::inline photo
