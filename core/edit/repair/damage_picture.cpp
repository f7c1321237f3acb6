#include "core/edit/repair/damage_picture.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/photo/photo_reader.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

std::string sizeText(cv::Size size)
{
    return std::to_string(size.width) + " x " + std::to_string(size.height);
}

Result<cv::Mat> pictureOf(const DamageMask& mask, cv::Size source)
{
    auto read = readPhoto(PhotoId(mask.file));
    if (!read)
        return tl::make_unexpected(read.error());
    if (!mask.sha256.empty() && mask.sha256 != read->sourceSha256)
        return failure(ErrorCode::Usage,
                       text("The mask “%1” has been changed since it was chosen.", {mask.file}));
    if (!factsOf(read->format).lossless)
        return failure(ErrorCode::Usage, text("“%1” cannot be a mask: %2 blurs its edges. Masks "
                                              "are PNG or TIFF files.",
                                              {mask.file, formatName(read->format)}));
    const Photo photo = uprighted(std::move(*read));
    if (photo.pixels.size() != source)
        return failure(ErrorCode::Usage,
                       text("The mask “%1” has %2 pixels, and the photo upright %3.",
                            {mask.file, sizeText(photo.pixels.size()), sizeText(source)}));
    cv::Mat damaged = cv::Mat::zeros(source, CV_8U);
    for (int c = 0; c < std::min(photo.pixels.channels(), 3); ++c) {
        cv::Mat plane;
        cv::extractChannel(photo.pixels, plane, c);
        damaged |= plane != 0;
    }
    return damaged;
}

constexpr int interpolationReach = 2; // pixels, of what can be seen

// OpenCV counts from the middle of the first pixel, in 16ths here.
constexpr int fractionBits = 4;

cv::Point fixedPoint(cv::Point2d point)
{
    constexpr double unit = 1 << fractionBits;
    return {int(std::lround((point.x - 0.5) * unit)), int(std::lround((point.y - 0.5) * unit))};
}

// A picture of that size, of which each pixel is the one of `picture` where `from` says that its
// middle lies; 0 where that is none.
template <class From>
cv::Mat takenFrom(const cv::Mat& picture, cv::Size size, From from)
{
    cv::Mat taken = cv::Mat::zeros(size, CV_8U);
    cv::parallel_for_({0, size.height}, [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y)
            for (int x = 0; x < size.width; ++x) {
                const cv::Point2d place = from(cv::Point2d(x + 0.5, y + 0.5));
                const cv::Point pixel(cvFloor(place.x), cvFloor(place.y));
                if (cv::Rect({}, picture.size()).contains(pixel))
                    taken.at<std::uint8_t>(y, x) = picture.at<std::uint8_t>(pixel);
            }
    });
    return taken;
}

} // namespace

Result<DamageMask> maskOfFile(const std::filesystem::path& file)
{
    DamageMask mask;
    std::error_code ignored;
    mask.file = std::filesystem::absolute(file, ignored).lexically_normal().native();
    if (!isUtf8(mask.file))
        return failure(ErrorCode::Usage,
                       text("The mask “%1” has a name that settings cannot hold.", {mask.file}));
    return sha256OfFile(mask.file).map([&](std::string sha256) {
        mask.sha256 = std::move(sha256);
        return mask;
    });
}

Result<cv::Mat> damagePicture(const DamageMask& mask, cv::Size source, const cv::Mat& found)
{
    Result<cv::Mat> picture =
        mask.file.empty() ? cv::Mat(cv::Mat::zeros(source, CV_8U)) : pictureOf(mask, source);
    if (picture && !found.empty())
        *picture |= found;
    if (picture)
        for (const MaskStroke& stroke : mask.strokes)
            drawStroke(*picture, stroke);
    return picture;
}

void drawStroke(cv::Mat& picture, const MaskStroke& stroke)
{
    const cv::Scalar value(stroke.erases ? 0 : 255);
    constexpr double widest = 32767; // that OpenCV draws
    const int width = int(std::lround(std::clamp(2 * stroke.radius, 1.0, widest)));
    cv::Point before = fixedPoint(stroke.points.front());
    cv::circle(picture, before, int(std::lround(stroke.radius * (1 << fractionBits))), value,
               cv::FILLED, cv::LINE_8, fractionBits);
    for (const cv::Point2d& point : stroke.points) {
        const cv::Point at = fixedPoint(point);
        cv::line(picture, before, at, value, width, cv::LINE_8, fractionBits);
        before = at;
    }
}

cv::Mat maskToPrepared(const cv::Mat& ofSource, const GeometryMap& map)
{
    if (map.isIdentity())
        return ofSource;
    cv::Mat taken = takenFrom(ofSource, map.preparedSize(),
                              [&](cv::Point2d point) { return map.toSource(point); });
    // Where pixels were interpolated, their neighbours have something of the damage too.
    if (map.frame() && !map.frame()->wholePixels())
        cv::dilate(taken, taken, {}, {-1, -1}, interpolationReach);
    return taken;
}

cv::Mat maskToSource(const cv::Mat& ofPrepared, const GeometryMap& map)
{
    if (map.isIdentity())
        return ofPrepared;
    return takenFrom(ofPrepared, map.sourceSize(),
                     [&](cv::Point2d point) { return map.toPrepared(point); });
}

} // namespace autochrome::inline edit
