#include "core/photo/formats/format_writer.h"
#include "core/photo/formats/jpeg_encoder.h"
#include "core/photo/formats/jpeg_segments.h"
#include "core/photo/metadata/metadata_encoder.h"
#include "core/photo/metadata/resolution.h"
#include "core/photo/metadata/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>
#include <tuple>

namespace autochrome::inline photo {
namespace {

constexpr std::size_t largestMarker = 65533;
/// What a thumbnail may take; the largest ones at quality 85 need about half of it.
constexpr std::size_t thumbnailRoom = 24 << 10;
constexpr std::size_t thumbnailFields = 256;

std::vector<std::uint8_t> withPrefix(std::string_view prefix, std::span<const std::uint8_t> bytes)
{
    std::vector<std::uint8_t> payload(prefix.begin(), prefix.end());
    payload.insert(payload.end(), bytes.begin(), bytes.end());
    return payload;
}

/// The Exif marker comes before the pixels, but the thumbnail is made of the pixels as they pass:
/// room is left for it, and filled at the end.
struct ExifRoom
{
    std::uint64_t at = 0; ///< in the file, behind "Exif\0\0"
    std::size_t size = 0;
    bool forThumbnail = false;
};

ExifRoom reserveExif(WriteJob& job, JpegEncoder& encoder)
{
    std::vector<std::uint8_t> exif = exifForJpeg(job.info.metadata);
    ExifRoom room;
    const std::size_t most = largestMarker - jpegExifPrefix.size();
    if (exif.empty() || exif.size() > most) {
        job.needsSidecar = job.needsSidecar || exif.size() > most;
        return room;
    }
    job.needsSidecar = job.needsSidecar || !hasLongFields(exif, job.info.metadata);
    const std::size_t wanted = exif.size() + thumbnailFields + thumbnailRoom;
    room.forThumbnail = wanted <= most;
    if (room.forThumbnail)
        exif.resize(wanted);
    room.size = exif.size();
    room.at = encoder.position() + 4 + jpegExifPrefix.size();
    if (!encoder.writeMarker(JPEG_APP0 + 1, withPrefix(jpegExifPrefix, exif)))
        job.failEncoding(encoder.error());
    return room;
}

void fillThumbnail(WriteJob& job, const ExifRoom& room, const Thumbnail& thumbnail)
{
    const cv::Mat small = thumbnail.picture();
    for (const int quality : {85, 70, 50, 30}) {
        std::vector<std::uint8_t> exif = exifForJpeg(job.info.metadata, encodeJpeg(small, quality));
        if (exif.size() > room.size)
            continue;
        exif.resize(room.size);
        if (!job.file.writeAt(room.at, exif.data(), exif.size()))
            job.failEncoding("thumbnail");
        return;
    }
}

void writeMetadata(WriteJob& job, JpegEncoder& encoder)
{
    const std::string xmp = xmpPacket(job.info.metadata);
    if (xmp.size() > largestMarker - jpegXmpPrefix.size()) {
        job.needsSidecar = true;
    } else if (!xmp.empty()) {
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(xmp.data()), xmp.size());
        if (!encoder.writeMarker(JPEG_APP0 + 1, withPrefix(jpegXmpPrefix, bytes)))
            job.failEncoding(encoder.error());
    }
    // Longer resources go on in the next marker, each under its own prefix.
    const std::vector<std::uint8_t> resources = iptcResources(job.info.metadata);
    const std::size_t most = largestMarker - jpegPhotoshopPrefix.size();
    for (std::size_t at = 0; at < resources.size(); at += most) {
        const std::span part =
            std::span(resources).subspan(at, std::min(most, resources.size() - at));
        if (!encoder.writeMarker(JPEG_APP0 + 13, withPrefix(jpegPhotoshopPrefix, part)))
            job.failEncoding(encoder.error());
    }
}

void writeJpeg(WriteJob& job)
{
    const cv::Size size = job.rows.size();
    const int channels = CV_MAT_CN(job.rows.type());
    const Resolution& resolution = job.info.resolution;
    int unit = 0;
    double x = 1;
    double y = 1;
    if (resolution.unit == Resolution::Unit::None && resolution.x > 0) {
        std::tie(x, y) = wholeProportion(resolution, 65535);
    } else if (resolution.unit != Resolution::Unit::None) {
        // JFIF has whole numbers only; per inch they are finer than per centimetre.
        const double factor = resolution.unit == Resolution::Unit::Centimetre ? 2.54 : 1;
        x = std::round(resolution.x * factor);
        y = std::round(resolution.y * factor);
        unit = x >= 1 && x <= 65535 && y >= 1 && y <= 65535 ? 1 : 0;
        if (unit == 0)
            x = y = 1;
    }
    JpegEncoder encoder(
        [](void* file, const void* bytes, std::size_t count) {
            return static_cast<OutputFile*>(file)->append(bytes, count);
        },
        &job.file);
    if (!encoder.start(size, channels, job.options.quality, unit, int(x), int(y)))
        job.failEncoding(encoder.error());
    const ExifRoom room = reserveExif(job, encoder);
    writeMetadata(job, encoder);
    if (!job.info.icc.empty() && !encoder.writeProfile(job.info.icc))
        job.failEncoding(encoder.error());

    Thumbnail thumbnail(size, channels);
    job.forEachStrip([&](int firstRow, const cv::Mat& strip) {
        if (room.forThumbnail)
            thumbnail.add(firstRow, strip);
        if (!encoder.writeRows(strip))
            job.failEncoding(encoder.error());
    });
    if (!encoder.finish())
        job.failEncoding(encoder.error());
    if (room.forThumbnail)
        fillThumbnail(job, room, thumbnail);
}

} // namespace

const FormatWriter jpegWriter = {65500, writeJpeg};

} // namespace autochrome::inline photo
