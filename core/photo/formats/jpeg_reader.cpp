// JPEG by libjpeg-turbo. Its errors leave by longjmp: every function that calls setjmp here has
// only plain locals, and nothing that it jumps over owns anything.
#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/profile/cmyk.h"
#include "core/photo/profile/profile_check.h"

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <jpeglib.h>
#include <map>
#include <string_view>

#include <jerror.h>

namespace autochrome::inline photo {
namespace {

constexpr int rowsPerStep = 64;
/// Progressive files have about ten scans; thousands of them are an attack on the reader's time.
constexpr int maximumScans = 500;

struct Decoder
{
    jpeg_decompress_struct info = {};
    jpeg_error_mgr errors = {};
    jpeg_source_mgr source = {};
    jpeg_progress_mgr scans = {};
    std::jmp_buf escape = {};
    ByteSource* bytes = nullptr;
    const Progress* progress = nullptr;
    std::uint64_t offset = 0;
    int errorCode = 0;
    char message[JMSG_LENGTH_MAX] = {};
    bool truncated = false;
    bool damaged = false;
    bool cancelled = false;
    JOCTET buffer[1 << 16];
};

Decoder& decoderOf(j_common_ptr info)
{
    return *static_cast<Decoder*>(info->client_data);
}
Decoder& decoderOf(j_decompress_ptr info)
{
    return *static_cast<Decoder*>(info->client_data);
}

void noteMessage(Decoder& decoder)
{
    decoder.errors.format_message(reinterpret_cast<j_common_ptr>(&decoder.info), decoder.message);
}

[[noreturn]] void onError(j_common_ptr info)
{
    Decoder& decoder = decoderOf(info);
    decoder.errorCode = decoder.errors.msg_code;
    noteMessage(decoder);
    std::longjmp(decoder.escape, 1);
}

void onMessage(j_common_ptr info, int level)
{
    if (level >= 0)
        return; // traces
    Decoder& decoder = decoderOf(info);
    switch (decoder.errors.msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER: // the data of a scan ended before its blocks did
        decoder.truncated = true;
        break;
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        decoder.damaged = true;
        break;
    default:
        return; // harmless: stray bytes between markers, odd versions
    }
    noteMessage(decoder);
}

void onStart(j_decompress_ptr) {}

boolean onFill(j_decompress_ptr info)
{
    Decoder& decoder = decoderOf(info);
    std::size_t got = decoder.bytes->read(decoder.offset, decoder.buffer, sizeof(decoder.buffer));
    decoder.offset += got;
    if (got == 0) {
        if (decoder.offset == 0)
            ERREXIT(info, JERR_INPUT_EMPTY);
        WARNMS(info, JWRN_JPEG_EOF);
        decoder.buffer[0] = 0xFF;
        decoder.buffer[1] = JPEG_EOI;
        got = 2;
    }
    decoder.source.next_input_byte = decoder.buffer;
    decoder.source.bytes_in_buffer = got;
    return TRUE;
}

void onSkip(j_decompress_ptr info, long count)
{
    Decoder& decoder = decoderOf(info);
    if (count <= 0)
        return;
    if (std::size_t(count) <= decoder.source.bytes_in_buffer) {
        decoder.source.next_input_byte += count;
        decoder.source.bytes_in_buffer -= std::size_t(count);
        return;
    }
    decoder.offset += std::uint64_t(count) - decoder.source.bytes_in_buffer;
    decoder.source.bytes_in_buffer = 0;
}

void onEnd(j_decompress_ptr) {}

void onProgress(j_common_ptr info)
{
    Decoder& decoder = decoderOf(info);
    if (decoder.progress->isCancelled()) {
        decoder.cancelled = true;
        std::longjmp(decoder.escape, 1);
    }
    if (decoder.info.input_scan_number > maximumScans) {
        decoder.damaged = true;
        std::snprintf(decoder.message, sizeof(decoder.message), "more than %d scans", maximumScans);
        std::longjmp(decoder.escape, 1);
    }
}

bool readHeader(Decoder& decoder)
{
    if (setjmp(decoder.escape))
        return false;
    jpeg_create_decompress(&decoder.info);
    decoder.info.client_data = &decoder;
    decoder.info.src = &decoder.source;
    decoder.info.progress = &decoder.scans;
    jpeg_save_markers(&decoder.info, JPEG_APP0 + 2, 0xFFFF); // the colour profile
    jpeg_read_header(&decoder.info, TRUE);
    return true;
}

bool start(Decoder& decoder)
{
    if (setjmp(decoder.escape))
        return false;
    jpeg_start_decompress(&decoder.info);
    return true;
}

/// Reads `count` rows of `stride` bytes each to `to`, or throws them all into one row of stride 0.
bool readRows(Decoder& decoder, std::uint8_t* to, std::size_t stride, int count)
{
    if (setjmp(decoder.escape))
        return false;
    const JDIMENSION end = decoder.info.output_scanline + JDIMENSION(count);
    const JDIMENSION begin = decoder.info.output_scanline;
    while (decoder.info.output_scanline < end) {
        JSAMPROW rows[16];
        const JDIMENSION first = decoder.info.output_scanline;
        JDIMENSION room = end - first;
        if (room > 16)
            room = 16;
        for (JDIMENSION i = 0; i < room; ++i)
            rows[i] = to + stride * (first - begin + i);
        jpeg_read_scanlines(&decoder.info, rows, room);
    }
    return true;
}

bool finish(Decoder& decoder)
{
    if (setjmp(decoder.escape))
        return false;
    jpeg_finish_decompress(&decoder.info);
    return true;
}

bool copyProfile(Decoder& decoder, JOCTET** bytes, unsigned* size)
{
    if (setjmp(decoder.escape))
        return false;
    return jpeg_read_icc_profile(&decoder.info, bytes, size);
}

/// Owns a decoder and turns its failures into sentences.
class Jpeg
{
public:
    explicit Jpeg(ReadContext& context) : context_(context), decoder_(new Decoder)
    {
        Decoder& d = *decoder_;
        d.info.err = jpeg_std_error(&d.errors);
        d.info.client_data = &d;
        d.errors.error_exit = onError;
        d.errors.emit_message = onMessage;
        d.errors.output_message = [](j_common_ptr) {};
        d.source.init_source = onStart;
        d.source.fill_input_buffer = onFill;
        d.source.skip_input_data = onSkip;
        d.source.resync_to_restart = jpeg_resync_to_restart;
        d.source.term_source = onEnd;
        d.scans.progress_monitor = onProgress;
        d.bytes = &context.bytes;
        d.progress = &context.progress;
        check(readHeader(d));
    }
    Jpeg(const Jpeg&) = delete;
    Jpeg& operator=(const Jpeg&) = delete;

    Decoder& decoder() { return *decoder_; }

    /// After each step: throws what went wrong in it.
    void check(bool done) const
    {
        const Decoder& d = *decoder_;
        if (d.cancelled)
            throw Cancelled();
        if (d.truncated)
            context_.failTruncated(d.message);
        if (d.damaged)
            context_.failCorrupt(d.message);
        if (done)
            return;
        switch (d.errorCode) {
        case JERR_OUT_OF_MEMORY:
            throw std::bad_alloc();
        case JERR_IMAGE_TOO_BIG:
            throw ReadFailure(ErrorCode::TooLarge,
                              text("“%1” says it is larger than any JPEG can be.", {context_.name}),
                              d.message);
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_CONVERSION_NOTIMPL:
        case JERR_COMPONENT_COUNT:
            context_.failUnsupported(
                text("“%1” is a kind of JPEG that this program cannot read.", {context_.name}),
                d.message);
        default:
            context_.failCorrupt(d.message);
        }
    }

private:
    // The constructor may already fail, and then no destructor of ours would run.
    struct Destroyer
    {
        void operator()(Decoder* decoder) const
        {
            jpeg_destroy_decompress(&decoder->info);
            delete decoder;
        }
    };
    ReadContext& context_;
    std::unique_ptr<Decoder, Destroyer> decoder_;
};

/// Of a profile of which parts are missing: what stands before the first gap, or else the first
/// part that there is, so that nobody takes the photo for one without a profile.
std::vector<std::uint8_t> beginningOfProfile(const jpeg_decompress_struct& info)
{
    constexpr std::string_view mark("ICC_PROFILE\0", 12); // then the part's number and their count
    std::map<int, std::span<const JOCTET>> parts;
    for (auto* marker = info.marker_list; marker; marker = marker->next) {
        if (marker->marker == JPEG_APP0 + 2 && marker->data_length > mark.size() + 2 &&
            std::memcmp(marker->data, mark.data(), mark.size()) == 0)
            parts.try_emplace(marker->data[mark.size()],
                              std::span(marker->data, marker->data_length).subspan(14));
    }
    std::vector<std::uint8_t> profile;
    for (int next = parts.empty() ? 0 : parts.begin()->first; parts.contains(next); ++next)
        profile.insert(profile.end(), parts[next].begin(), parts[next].end());
    return profile;
}

std::vector<std::uint8_t> profileOf(Decoder& decoder)
{
    JOCTET* bytes = nullptr;
    unsigned size = 0;
    std::vector<std::uint8_t> profile;
    if (copyProfile(decoder, &bytes, &size))
        profile.assign(bytes, bytes + size);
    std::free(bytes);
    return profile.empty() ? beginningOfProfile(decoder.info) : profile;
}

PhotoHeader readJpegHeader(ReadContext& context)
{
    Jpeg jpeg(context);
    const jpeg_decompress_struct& info = jpeg.decoder().info;
    return {FileFormat::Jpeg, int(info.image_width), int(info.image_height), info.num_components,
            info.data_precision};
}

Resolution resolutionOf(const jpeg_decompress_struct& info)
{
    Resolution resolution;
    if (!info.saw_JFIF_marker || info.X_density == 0 || info.Y_density == 0)
        return resolution;
    if (info.density_unit == 1)
        resolution.unit = Resolution::Unit::Inch;
    else if (info.density_unit == 2)
        resolution.unit = Resolution::Unit::Centimetre;
    resolution.x = info.X_density;
    resolution.y = info.Y_density;
    return resolution;
}

void readJpeg(ReadContext& context, PixelTarget& target, Photo& photo)
{
    Jpeg jpeg(context);
    Decoder& decoder = jpeg.decoder();
    jpeg_decompress_struct& info = decoder.info;
    bool inks = false;
    switch (info.jpeg_color_space) {
    case JCS_GRAYSCALE:
        info.out_color_space = JCS_GRAYSCALE;
        break;
    case JCS_YCbCr:
    case JCS_RGB:
        info.out_color_space = JCS_RGB;
        break;
    case JCS_CMYK:
    case JCS_YCCK:
        info.out_color_space = JCS_CMYK;
        inks = true;
        break;
    default:
        context.failUnsupported(
            text("“%1” is a kind of JPEG that this program cannot read.", {context.name}),
            std::to_string(info.num_components) + " components");
    }
    const cv::Size size(int(info.image_width), int(info.image_height));
    const int type = info.out_color_space == JCS_GRAYSCALE ? CV_8UC1 : CV_8UC3;
    // A file of several scans is kept as coefficients, two bytes each, until all have been read.
    const std::uint64_t coefficients =
        jpeg_has_multiple_scans(&info) ? std::uint64_t(size.width) * std::uint64_t(size.height) *
                                             2 * std::uint64_t(info.num_components)
                                       : 0;
    context.requireRoom(target, info.image_width, info.image_height, type, rowsPerStep,
                        coefficients);

    photo.resolution = resolutionOf(info);
    photo.icc = profileOf(decoder);
    if (inks)
        checkInkProfile(context, photo.icc);

    const bool pixels = target.wantsPixels();
    if (!pixels) {
        // All of the entropy-coded data is still decoded, only the transform is done at 1/8.
        info.scale_num = 1;
        info.scale_denom = 8;
    }
    target.create(size, type);
    jpeg.check(start(decoder));
    const int height = int(info.output_height);
    cv::Mat inkRows;
    std::vector<std::uint8_t> dropped;
    std::optional<CmykToRgb> toRgb;
    if (inks && pixels) {
        toRgb.emplace(photo.icc, info.saw_Adobe_marker);
        inkRows.create(std::min(rowsPerStep, height), size.width, CV_8UC4);
    }
    if (!pixels)
        dropped.resize(std::size_t(info.output_width) * std::size_t(info.output_components));
    for (int y = 0; y < height; y += rowsPerStep) {
        const int count = std::min(rowsPerStep, height - y);
        if (!pixels) {
            jpeg.check(readRows(decoder, dropped.data(), 0, count));
        } else {
            cv::Mat rows = target.rows(y, count);
            cv::Mat& direct = inks ? inkRows : rows;
            jpeg.check(readRows(decoder, direct.data, direct.step, count));
            if (inks)
                toRgb->convert(inkRows.rowRange(0, count), rows);
            target.done(y, count);
        }
        context.reportRows(y + count, height);
    }
    jpeg.check(finish(decoder));
    if (inks)
        photo.icc.clear(); // the inks' profile does not describe the RGB pixels
}

} // namespace

const FormatReader jpegReader = {readJpegHeader, readJpeg};

} // namespace autochrome::inline photo
