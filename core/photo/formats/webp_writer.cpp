// WebP wants the whole picture at once: unlike the other writers this one holds it, but it is at
// most 16383 pixels a side.
#include "core/base/text.h"
#include "core/photo/formats/format_writer.h"
#include "core/photo/metadata/metadata_encoder.h"

#include <webp/encode.h>
#include <webp/mux.h>

namespace autochrome::inline photo {
namespace {

struct Picture
{
    WebPPicture picture;
    Picture() { WebPPictureInit(&picture); }
    ~Picture() { WebPPictureFree(&picture); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
};

struct MemoryWriter
{
    WebPMemoryWriter writer;
    MemoryWriter() { WebPMemoryWriterInit(&writer); }
    ~MemoryWriter() { WebPMemoryWriterClear(&writer); }
    MemoryWriter(const MemoryWriter&) = delete;
    MemoryWriter& operator=(const MemoryWriter&) = delete;
};

struct MuxDeleter
{
    void operator()(WebPMux* mux) const { WebPMuxDelete(mux); }
};

void addChunk(WriteJob& job, WebPMux* mux, const char* name, const void* bytes, std::size_t count)
{
    if (count == 0)
        return;
    const WebPData data = {static_cast<const std::uint8_t*>(bytes), count};
    if (WebPMuxSetChunk(mux, name, &data, 0) != WEBP_MUX_OK)
        job.failEncoding(name);
}

void writeWebp(WriteJob& job)
{
    const cv::Size size = job.rows.size();
    const int channels = CV_MAT_CN(job.rows.type());
    WebPConfig config;
    if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, float(job.options.quality)))
        job.failEncoding("configuration");
    config.thread_level = 1;

    Picture picture;
    picture.picture.width = size.width;
    picture.picture.height = size.height;
    {
        cv::Mat whole(size, channels == 4 ? CV_8UC4 : CV_8UC3);
        job.forEachStrip([&](int firstRow, const cv::Mat& strip) {
            cv::Mat rows = whole.rowRange(firstRow, firstRow + strip.rows);
            if (channels != 1) {
                strip.copyTo(rows);
                return;
            }
            const int toRgb[] = {0, 0, 0, 1, 0, 2};
            cv::mixChannels(&strip, 1, &rows, 1, toRgb, 3);
        });
        const bool taken =
            channels == 4 ? WebPPictureImportRGBA(&picture.picture, whole.data, int(whole.step))
                          : WebPPictureImportRGB(&picture.picture, whole.data, int(whole.step));
        if (!taken)
            throw std::bad_alloc();
    }
    MemoryWriter stream;
    picture.picture.writer = WebPMemoryWrite;
    picture.picture.custom_ptr = &stream.writer;
    picture.picture.user_data = const_cast<Progress*>(&job.progress);
    picture.picture.progress_hook = [](int, const WebPPicture* now) -> int {
        return !static_cast<const Progress*>(now->user_data)->isCancelled();
    };
    if (!WebPEncode(&config, &picture.picture)) {
        job.progress.checkpoint();
        if (picture.picture.error_code == VP8_ENC_ERROR_OUT_OF_MEMORY)
            throw std::bad_alloc();
        job.failEncoding("WebP error " + std::to_string(picture.picture.error_code));
    }
    const WebPData image = {stream.writer.mem, stream.writer.size};
    const std::unique_ptr<WebPMux, MuxDeleter> mux(WebPMuxNew());
    if (!mux || WebPMuxSetImage(mux.get(), &image, 0) != WEBP_MUX_OK)
        job.failEncoding("container");
    const std::vector<std::uint8_t> exif = exifAsTiff(job.info.metadata);
    const std::string xmp = xmpPacketWithIptc(job.info.metadata);
    addChunk(job, mux.get(), "ICCP", job.info.icc.data(), job.info.icc.size());
    addChunk(job, mux.get(), "EXIF", exif.data(), exif.size());
    addChunk(job, mux.get(), "XMP ", xmp.data(), xmp.size());
    WebPData file = {};
    if (WebPMuxAssemble(mux.get(), &file) != WEBP_MUX_OK)
        job.failEncoding("container");
    const std::unique_ptr<WebPData, decltype(&WebPDataClear)> guard(&file, WebPDataClear);
    if (!job.file.append(file.bytes, file.size))
        job.failEncoding("write");
}

} // namespace

const FormatWriter webpWriter = {16383, writeWebp};

} // namespace autochrome::inline photo
