// libjpeg-turbo's errors leave by longjmp: every function that calls setjmp here has only plain
// locals, and nothing that it jumps over owns anything.
#include "core/photo/formats/jpeg_decoder.h"

#include "core/base/text.h"

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

[[noreturn]] void onDecodeError(j_common_ptr info)
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

bool startDecoding(Decoder& decoder)
{
    if (setjmp(decoder.escape))
        return false;
    jpeg_start_decompress(&decoder.info);
    return true;
}

bool decodeRows(Decoder& decoder, std::uint8_t* to, std::size_t stride, int count)
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

bool finishDecoding(Decoder& decoder)
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

} // namespace

struct JpegDecoder::State : Decoder
{
};

// The constructor may already fail, and then no destructor of ours would run.
void JpegDecoder::Destroyer::operator()(State* state) const
{
    jpeg_destroy_decompress(&state->info);
    delete state;
}

JpegDecoder::JpegDecoder(ReadContext& context) : context_(context), state_(new State)
{
    Decoder& d = *state_;
    d.info.err = jpeg_std_error(&d.errors);
    d.info.client_data = &d;
    d.errors.error_exit = onDecodeError;
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

JpegDecoder::~JpegDecoder() = default;

jpeg_decompress_struct& JpegDecoder::info()
{
    return state_->info;
}

std::vector<std::uint8_t> JpegDecoder::profile()
{
    JOCTET* bytes = nullptr;
    unsigned size = 0;
    std::vector<std::uint8_t> profile;
    if (copyProfile(*state_, &bytes, &size))
        profile.assign(bytes, bytes + size);
    std::free(bytes);
    return profile.empty() ? beginningOfProfile(state_->info) : profile;
}

void JpegDecoder::start()
{
    check(startDecoding(*state_));
}

void JpegDecoder::readRows(std::uint8_t* to, std::size_t stride, int count)
{
    check(decodeRows(*state_, to, stride, count));
}

void JpegDecoder::finish()
{
    check(finishDecoding(*state_));
}

/// After each step: throws what went wrong in it.
void JpegDecoder::check(bool done) const
{
    const Decoder& d = *state_;
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

} // namespace autochrome::inline photo
