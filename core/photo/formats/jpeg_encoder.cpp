#include "core/photo/formats/jpeg_encoder.h"

#include <jerror.h>

namespace autochrome::inline photo {

struct JpegEncoder::Impl
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

using Impl = JpegEncoder::Impl;

Impl& implOf(void* client)
{
    return *static_cast<Impl*>(client);
}

[[noreturn]] void onEncodeError(j_common_ptr info)
{
    Impl& impl = implOf(info->client_data);
    impl.errors.format_message(info, impl.message);
    std::longjmp(impl.escape, 1);
}

void onInit(j_compress_ptr info)
{
    Impl& impl = implOf(info->client_data);
    impl.destination.next_output_byte = impl.buffer;
    impl.destination.free_in_buffer = sizeof(impl.buffer);
}

void flush(j_compress_ptr info, std::size_t count)
{
    Impl& impl = implOf(info->client_data);
    if (!impl.sink(impl.context, impl.buffer, count))
        ERREXIT(info, JERR_FILE_WRITE);
    impl.written += count;
    onInit(info);
}

boolean onFull(j_compress_ptr info)
{
    flush(info, sizeof(Impl::buffer));
    return TRUE;
}

void onTerm(j_compress_ptr info)
{
    Impl& impl = implOf(info->client_data);
    flush(info, sizeof(impl.buffer) - impl.destination.free_in_buffer);
}

bool doStart(Impl& impl, int width, int height, int channels, int quality, int unit, int x, int y)
{
    if (setjmp(impl.escape))
        return false;
    jpeg_create_compress(&impl.info);
    impl.info.client_data = &impl;
    impl.info.dest = &impl.destination;
    impl.info.image_width = JDIMENSION(width);
    impl.info.image_height = JDIMENSION(height);
    impl.info.input_components = channels;
    impl.info.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&impl.info);
    jpeg_set_quality(&impl.info, quality, TRUE);
    impl.info.density_unit = UINT8(unit);
    impl.info.X_density = UINT16(x);
    impl.info.Y_density = UINT16(y);
    // libjpeg's default halves the colour's resolution; who asks for the best wants all of it.
    if (channels == 3 && quality >= 95) {
        impl.info.comp_info[0].h_samp_factor = 1;
        impl.info.comp_info[0].v_samp_factor = 1;
    }
    jpeg_start_compress(&impl.info, TRUE);
    return true;
}

bool doMarker(Impl& impl, int marker, const JOCTET* bytes, unsigned count)
{
    if (setjmp(impl.escape))
        return false;
    jpeg_write_marker(&impl.info, marker, bytes, count);
    return true;
}

bool doProfile(Impl& impl, const JOCTET* bytes, unsigned count)
{
    if (setjmp(impl.escape))
        return false;
    jpeg_write_icc_profile(&impl.info, bytes, count);
    return true;
}

bool doRows(Impl& impl, const std::uint8_t* from, std::size_t stride, int count)
{
    if (setjmp(impl.escape))
        return false;
    for (int i = 0; i < count; ++i) {
        // libjpeg does not write through this pointer.
        JSAMPROW row = const_cast<JSAMPROW>(from + stride * std::size_t(i));
        jpeg_write_scanlines(&impl.info, &row, 1);
    }
    return true;
}

bool doFinish(Impl& impl)
{
    if (setjmp(impl.escape))
        return false;
    jpeg_finish_compress(&impl.info);
    return true;
}

} // namespace

JpegEncoder::JpegEncoder(Sink sink, void* context) : impl_(std::make_unique<Impl>())
{
    Impl& impl = *impl_;
    impl.sink = sink;
    impl.context = context;
    impl.info.err = jpeg_std_error(&impl.errors);
    impl.info.client_data = &impl;
    impl.errors.error_exit = onEncodeError;
    impl.errors.output_message = [](j_common_ptr) {};
    impl.destination.init_destination = onInit;
    impl.destination.empty_output_buffer = onFull;
    impl.destination.term_destination = onTerm;
}

JpegEncoder::~JpegEncoder()
{
    jpeg_destroy_compress(&impl_->info);
}

bool JpegEncoder::start(cv::Size size, int channels, int quality, int densityUnit, int densityX,
                        int densityY)
{
    return doStart(*impl_, size.width, size.height, channels, quality, densityUnit, densityX,
                   densityY);
}

std::uint64_t JpegEncoder::position() const
{
    return impl_->written + sizeof(impl_->buffer) - impl_->destination.free_in_buffer;
}

bool JpegEncoder::writeMarker(int marker, std::span<const std::uint8_t> payload)
{
    return doMarker(*impl_, marker, payload.data(), unsigned(payload.size()));
}

bool JpegEncoder::writeProfile(std::span<const std::uint8_t> icc)
{
    return doProfile(*impl_, icc.data(), unsigned(icc.size()));
}

bool JpegEncoder::writeRows(const cv::Mat& rows)
{
    return doRows(*impl_, rows.data, rows.step, rows.rows);
}

bool JpegEncoder::finish()
{
    return doFinish(*impl_);
}
const char* JpegEncoder::error() const
{
    return impl_->message;
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
