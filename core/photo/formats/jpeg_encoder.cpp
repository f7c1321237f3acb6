#include "core/photo/formats/jpeg_encoder.h"

#include <jerror.h>

namespace autochrome::inline photo {

struct JpegEncoder::State
{
    jpeg_compress_struct info = {};
    jpeg_error_mgr errors = {};
    jpeg_destination_mgr destination = {};
    std::jmp_buf escape = {};
    Sink sink = nullptr;
    void* context = nullptr;
    std::uint64_t written = 0;
    char message[JMSG_LENGTH_MAX] = {};
    JOCTET buffer[1 << 16];
};

namespace {

using State = JpegEncoder::State;

State& stateOf(void* client)
{
    return *static_cast<State*>(client);
}

[[noreturn]] void onError(j_common_ptr info)
{
    State& state = stateOf(info->client_data);
    state.errors.format_message(info, state.message);
    std::longjmp(state.escape, 1);
}

void onInit(j_compress_ptr info)
{
    State& state = stateOf(info->client_data);
    state.destination.next_output_byte = state.buffer;
    state.destination.free_in_buffer = sizeof(state.buffer);
}

void flush(j_compress_ptr info, std::size_t count)
{
    State& state = stateOf(info->client_data);
    if (!state.sink(state.context, state.buffer, count))
        ERREXIT(info, JERR_FILE_WRITE);
    state.written += count;
    onInit(info);
}

boolean onFull(j_compress_ptr info)
{
    flush(info, sizeof(State::buffer));
    return TRUE;
}

void onTerm(j_compress_ptr info)
{
    State& state = stateOf(info->client_data);
    flush(info, sizeof(state.buffer) - state.destination.free_in_buffer);
}

bool doStart(State& state, int width, int height, int channels, int quality, int unit, int x, int y)
{
    if (setjmp(state.escape))
        return false;
    jpeg_create_compress(&state.info);
    state.info.client_data = &state;
    state.info.dest = &state.destination;
    state.info.image_width = JDIMENSION(width);
    state.info.image_height = JDIMENSION(height);
    state.info.input_components = channels;
    state.info.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&state.info);
    jpeg_set_quality(&state.info, quality, TRUE);
    state.info.density_unit = UINT8(unit);
    state.info.X_density = UINT16(x);
    state.info.Y_density = UINT16(y);
    // libjpeg's default halves the colour's resolution; who asks for the best wants all of it.
    if (channels == 3 && quality >= 95) {
        state.info.comp_info[0].h_samp_factor = 1;
        state.info.comp_info[0].v_samp_factor = 1;
    }
    jpeg_start_compress(&state.info, TRUE);
    return true;
}

bool doMarker(State& state, int marker, const JOCTET* bytes, unsigned count)
{
    if (setjmp(state.escape))
        return false;
    jpeg_write_marker(&state.info, marker, bytes, count);
    return true;
}

bool doProfile(State& state, const JOCTET* bytes, unsigned count)
{
    if (setjmp(state.escape))
        return false;
    jpeg_write_icc_profile(&state.info, bytes, count);
    return true;
}

bool doRows(State& state, const std::uint8_t* from, std::size_t stride, int count)
{
    if (setjmp(state.escape))
        return false;
    for (int i = 0; i < count; ++i) {
        // libjpeg does not write through this pointer.
        JSAMPROW row = const_cast<JSAMPROW>(from + stride * std::size_t(i));
        jpeg_write_scanlines(&state.info, &row, 1);
    }
    return true;
}

bool doFinish(State& state)
{
    if (setjmp(state.escape))
        return false;
    jpeg_finish_compress(&state.info);
    return true;
}

} // namespace

JpegEncoder::JpegEncoder(Sink sink, void* context) : state_(std::make_unique<State>())
{
    State& state = *state_;
    state.sink = sink;
    state.context = context;
    state.info.err = jpeg_std_error(&state.errors);
    state.info.client_data = &state;
    state.errors.error_exit = onError;
    state.errors.output_message = [](j_common_ptr) {};
    state.destination.init_destination = onInit;
    state.destination.empty_output_buffer = onFull;
    state.destination.term_destination = onTerm;
}

JpegEncoder::~JpegEncoder()
{
    jpeg_destroy_compress(&state_->info);
}

bool JpegEncoder::start(cv::Size size, int channels, int quality, int densityUnit, int densityX,
                        int densityY)
{
    return doStart(*state_, size.width, size.height, channels, quality, densityUnit, densityX,
                   densityY);
}

std::uint64_t JpegEncoder::position() const
{
    return state_->written + sizeof(state_->buffer) - state_->destination.free_in_buffer;
}

bool JpegEncoder::writeMarker(int marker, std::span<const std::uint8_t> payload)
{
    return doMarker(*state_, marker, payload.data(), unsigned(payload.size()));
}

bool JpegEncoder::writeProfile(std::span<const std::uint8_t> icc)
{
    return doProfile(*state_, icc.data(), unsigned(icc.size()));
}

bool JpegEncoder::writeRows(const cv::Mat& rows)
{
    return doRows(*state_, rows.data, rows.step, rows.rows);
}

bool JpegEncoder::finish()
{
    return doFinish(*state_);
}
const char* JpegEncoder::error() const
{
    return state_->message;
}

std::vector<std::uint8_t> encodeJpeg(const cv::Mat& picture, int quality)
{
    std::vector<std::uint8_t> bytes;
    JpegEncoder encoder(
        [](void* context, const void* from, std::size_t count) {
            auto* to = static_cast<std::vector<std::uint8_t>*>(context);
            const auto* begin = static_cast<const std::uint8_t*>(from);
            try {
                to->insert(to->end(), begin, begin + count);
            } catch (const std::bad_alloc&) {
                return false;
            }
            return true;
        },
        &bytes);
    if (!encoder.start(picture.size(), picture.channels(), quality) ||
        !encoder.writeRows(picture) || !encoder.finish())
        return {};
    return bytes;
}

} // namespace autochrome::inline photo
