// JPEG by libjpeg-turbo: grey, colour and inks, as they come into a Photo.
#include "core/base/text.h"
#include "core/photo/formats/jpeg_decoder.h"
#include "core/photo/profile/cmyk.h"
#include "core/photo/profile/profile_check.h"

#include <cstdio>
#include <jpeglib.h>

namespace autochrome::inline photo {
namespace {

constexpr int rowsPerStep = 64;

PhotoHeader readJpegHeader(ReadContext& context)
{
    JpegDecoder decoder(context);
    const jpeg_decompress_struct& info = decoder.info();
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
    JpegDecoder decoder(context);
    jpeg_decompress_struct& info = decoder.info();
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
    photo.icc = decoder.profile();
    if (inks)
        checkInkProfile(context, photo.icc);

    const bool pixels = target.wantsPixels();
    if (!pixels) {
        // All of the entropy-coded data is still decoded, only the transform is done at 1/8.
        info.scale_num = 1;
        info.scale_denom = 8;
    }
    target.create(size, type);
    decoder.start();
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
            decoder.readRows(dropped.data(), 0, count);
        } else {
            cv::Mat rows = target.rows(y, count);
            cv::Mat& direct = inks ? inkRows : rows;
            decoder.readRows(direct.data, direct.step, count);
            if (inks)
                toRgb->convert(inkRows.rowRange(0, count), rows);
            target.done(y, count);
        }
        context.reportRows(y + count, height);
    }
    decoder.finish();
    if (inks)
        photo.icc.clear(); // the inks' profile does not describe the RGB pixels
}

} // namespace

const FormatReader jpegReader = {readJpegHeader, readJpeg};

} // namespace autochrome::inline photo
