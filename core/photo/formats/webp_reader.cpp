#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"

#include <cstring>
#include <webp/decode.h>
#include <webp/demux.h>

namespace autochrome::inline photo {
namespace {

/// WebP holds at most 16383 x 16383 pixels; its lossless worst case is far below this.
constexpr std::uint64_t maximumFile = std::uint64_t(2) << 30;

std::vector<std::uint8_t> allBytes(ReadContext& context)
{
    if (context.bytes.size() > maximumFile)
        context.failCorrupt("larger than any WebP");
    std::vector<std::uint8_t> bytes(context.bytes.size());
    if (context.bytes.read(0, bytes.data(), bytes.size()) != bytes.size())
        context.failTruncated();
    return bytes;
}

WebPBitstreamFeatures features(ReadContext& context, const std::uint8_t* bytes, std::size_t size)
{
    WebPBitstreamFeatures found = {};
    switch (WebPGetFeatures(bytes, size, &found)) {
    case VP8_STATUS_OK:
        return found;
    case VP8_STATUS_NOT_ENOUGH_DATA:
        context.failTruncated();
    default:
        context.failCorrupt();
    }
}

PhotoHeader readWebpHeader(ReadContext& context)
{
    // The size stands at the front, but behind the colour profile, which may be large.
    std::vector<std::uint8_t> head(std::min<std::uint64_t>(context.bytes.size(), 4 << 20));
    head.resize(context.bytes.read(0, head.data(), head.size()));
    const WebPBitstreamFeatures found = features(context, head.data(), head.size());
    return {FileFormat::WebP, found.width, found.height, found.has_alpha ? 4 : 3, 8};
}

struct DemuxDeleter
{
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};

/// All of the data is decoded, but only few pixels of it made.
void decodeCheaply(ReadContext& context, const WebPData& picture, cv::Size size)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        context.failCorrupt("version");
    config.options.use_scaling = 1;
    config.options.scaled_width = std::max(1, size.width / 8);
    config.options.scaled_height = std::max(1, size.height / 8);
    config.output.colorspace = MODE_RGB;
    const VP8StatusCode status = WebPDecode(picture.bytes, picture.size, &config);
    WebPFreeDecBuffer(&config.output);
    if (status != VP8_STATUS_OK)
        context.failCorrupt("bitstream");
}

void readWebp(ReadContext& context, PixelTarget& target, Photo& photo)
{
    const std::vector<std::uint8_t> bytes = allBytes(context);
    const WebPBitstreamFeatures found = features(context, bytes.data(), bytes.size());
    const int type = found.has_alpha ? CV_8UC4 : CV_8UC3;
    context.requireRoom(target, std::uint64_t(found.width), std::uint64_t(found.height), type,
                        target.wantsPixels() ? found.height : 1);

    const WebPData data = {bytes.data(), bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    const std::unique_ptr<WebPDemuxer, DemuxDeleter> demuxer(WebPDemuxPartial(&data, &state));
    if (!demuxer || state == WEBP_DEMUX_PARSE_ERROR)
        context.failCorrupt("container");
    if (state != WEBP_DEMUX_DONE)
        context.failTruncated("container");
    WebPChunkIterator chunk = {};
    if (WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &chunk)) {
        photo.icc.assign(chunk.chunk.bytes, chunk.chunk.bytes + chunk.chunk.size);
        WebPDemuxReleaseChunkIterator(&chunk);
    }

    // Of an animation, the first frame.
    WebPData picture = data;
    cv::Size size(found.width, found.height);
    if (found.has_animation) {
        WebPIterator frame = {};
        if (!WebPDemuxGetFrame(demuxer.get(), 1, &frame))
            context.failCorrupt("no frame");
        picture = frame.fragment;
        size = cv::Size(frame.width, frame.height);
        WebPDemuxReleaseIterator(&frame); // the fragment points into `bytes`
        context.warnings.push_back(
            text("“%1” is an animation; only its first frame is used.", {context.name}));
    }
    context.progress.checkpoint();
    target.create(size, type);
    if (!target.wantsPixels()) {
        decodeCheaply(context, picture, size);
        context.reportRows(1, 1);
        return;
    }
    cv::Mat rows = target.rows(0, size.height);
    const bool done = found.has_alpha
                          ? WebPDecodeRGBAInto(picture.bytes, picture.size, rows.data,
                                               rows.step * std::size_t(rows.rows), int(rows.step))
                          : WebPDecodeRGBInto(picture.bytes, picture.size, rows.data,
                                              rows.step * std::size_t(rows.rows), int(rows.step));
    if (!done)
        context.failCorrupt("bitstream");
    target.done(0, size.height);
    context.reportRows(1, 1);
}

} // namespace

const FormatReader webpReader = {readWebpHeader, readWebp};

} // namespace autochrome::inline photo
