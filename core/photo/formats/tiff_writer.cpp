#include "core/base/text.h"
#include "core/photo/formats/format_writer.h"
#include "core/photo/formats/tiff_directory.h"
#include "core/photo/metadata/metadata_encoder.h"

#include <algorithm>
#include <cstdarg>
#include <tiffio.h>

namespace autochrome::inline photo {
namespace {

/// libtiff on an OutputFile.
struct TiffStream
{
    OutputFile* file = nullptr;
    std::uint64_t position = 0;
    std::string message;
};

TiffStream& streamOf(thandle_t handle)
{
    return *static_cast<TiffStream*>(handle);
}

tmsize_t onRead(thandle_t handle, void* to, tmsize_t count)
{
    TiffStream& stream = streamOf(handle);
    const std::size_t got = stream.file->readAt(stream.position, to, std::size_t(count));
    stream.position += got;
    return tmsize_t(got);
}

tmsize_t onWrite(thandle_t handle, void* from, tmsize_t count)
{
    TiffStream& stream = streamOf(handle);
    if (!stream.file->writeAt(stream.position, from, std::size_t(count)))
        return -1;
    stream.position += std::uint64_t(count);
    return count;
}

toff_t onSeek(thandle_t handle, toff_t offset, int whence)
{
    TiffStream& stream = streamOf(handle);
    stream.position = whence == SEEK_SET   ? offset
                      : whence == SEEK_CUR ? stream.position + offset
                                           : stream.file->size() + offset;
    return stream.position;
}

int onClose(thandle_t)
{
    return 0;
}
toff_t onSize(thandle_t handle)
{
    return streamOf(handle).file->size();
}

int onTiffWriteError(TIFF*, void* user, const char*, const char* format, va_list arguments)
{
    auto* stream = static_cast<TiffStream*>(user);
    char line[512];
    std::vsnprintf(line, sizeof(line), format, arguments);
    if (stream->message.empty())
        stream->message = line;
    return 1;
}

int onWarning(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

struct Closer
{
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, Closer>;

Tiff open(TiffStream& stream, const std::string& name, const char* mode)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
        TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onTiffWriteError, &stream);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), onWarning, &stream);
    return Tiff(TIFFClientOpenExt(name.c_str(), mode, &stream, onRead, onWrite, onSeek, onClose,
                                  onSize, nullptr, nullptr, options.get()));
}

void setTags(TIFF* tiff, const WriteJob& job, std::uint32_t rowsPerStrip)
{
    const cv::Size size = job.rows.size();
    const int channels = CV_MAT_CN(job.rows.type());
    const int bits = CV_MAT_DEPTH(job.rows.type()) == CV_16U ? 16 : 8;
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, std::uint32_t(size.width));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, std::uint32_t(size.height));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, channels);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC,
                 channels == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
    if (channels == 4) {
        std::uint16_t straight = EXTRASAMPLE_UNASSALPHA;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &straight);
    }
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
    TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
    TIFFSetField(tiff, TIFFTAG_ZIPQUALITY, 4);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, rowsPerStrip);
    const Resolution& resolution = job.info.resolution;
    if (resolution.x > 0 && resolution.y > 0) {
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, resolution.x);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, resolution.y);
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT,
                     resolution.unit == Resolution::Unit::Inch         ? RESUNIT_INCH
                     : resolution.unit == Resolution::Unit::Centimetre ? RESUNIT_CENTIMETER
                                                                       : RESUNIT_NONE);
    }
    if (!job.info.icc.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, std::uint32_t(job.info.icc.size()),
                     job.info.icc.data());
}

} // namespace

void writeTiff(WriteJob& job, std::uint64_t classicLimit)
{
    const cv::Size size = job.rows.size();
    const std::uint64_t rowBytes =
        std::uint64_t(size.width) * std::uint64_t(CV_ELEM_SIZE(job.rows.type()));
    // Deflate may grow noise a little.
    const std::uint64_t most = rowBytes * std::uint64_t(size.height) / 1000 * 1001;
    const bool big = most > classicLimit;

    TiffStream stream{&job.file, 0, {}};
    const std::vector<std::uint8_t> head =
        big ? std::vector<std::uint8_t>() : tiffHead(job.info.metadata);
    if (!head.empty() && !job.file.append(head.data(), head.size()))
        job.failEncoding("head");
    Tiff tiff = open(stream, job.name, big ? "w8" : head.empty() ? "wl" : "a");
    if (!tiff)
        job.failEncoding(stream.message);

    const auto rowsPerStrip = std::uint32_t(
        std::clamp<std::uint64_t>((512u << 10) / rowBytes, 1, std::uint64_t(size.height)));
    setTags(tiff.get(), job, rowsPerStrip);
    if (big) {
        // Exiv2 cannot write BigTIFF; libtiff can at least take XMP.
        const std::string xmp = xmpPacket(job.info.metadata);
        if (!xmp.empty())
            TIFFSetField(tiff.get(), TIFFTAG_XMLPACKET, std::uint32_t(xmp.size()), xmp.data());
        job.needsSidecar = !job.info.metadata.isEmpty();
    }
    // libtiff's strips are smaller than ours and need not begin with them.
    cv::Mat scratch(1, size.width, job.rows.type());
    job.forEachStrip([&](int firstRow, const cv::Mat& strip) {
        for (int y = 0; y < strip.rows; ++y) {
            // The predictor works in place.
            strip.row(y).copyTo(scratch);
            if (TIFFWriteScanline(tiff.get(), scratch.data, std::uint32_t(firstRow + y)) < 0)
                job.failEncoding(stream.message);
        }
    });
    if (!TIFFWriteDirectory(tiff.get()))
        job.failEncoding(stream.message);
    tiff.reset();
    job.file.check();
    if (!head.empty() && !mergeDirectories(job.file))
        job.failEncoding("directories");
}

const FormatWriter tiffWriter = {0x7fffffff, [](WriteJob& job) {
                                     constexpr std::uint64_t classicLimit = 4'000'000'000;
                                     writeTiff(job, classicLimit);
                                 }};

} // namespace autochrome::inline photo
