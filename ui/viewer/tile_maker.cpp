#include "ui/viewer/tile_maker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace autochrome {

namespace {

/// sRGB code values of linear light in [0, 1], fine enough for every code value to be met.
const std::array<std::uint8_t, 16385>& srgbCodes()
{
    static const auto table = [] {
        std::array<std::uint8_t, 16385> codes{};
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const double linear = double(i) / double(codes.size() - 1);
            const double code =
                linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
            codes[i] = std::uint8_t(std::lround(255 * code));
        }
        return codes;
    }();
    return table;
}

/// CV_32FC3 linear sRGB -> CV_8UC3 R, G, B.
cv::Mat encoded(const cv::Mat& linear)
{
    const auto& codes = srgbCodes();
    const float top = float(codes.size() - 1);
    cv::Mat rgb(linear.size(), CV_8UC3);
    for (int y = 0; y < linear.rows; ++y) {
        const auto* in = linear.ptr<float>(y);
        auto* out = rgb.ptr<std::uint8_t>(y);
        for (int i = 0; i < 3 * linear.cols; ++i) {
            const float clipped = in[i] > 0 ? std::min(in[i], 1.0F) : 0; // not-a-number: black
            out[i] = codes[std::size_t(clipped * top + 0.5F)];
        }
    }
    return rgb;
}

/// CV_8U or CV_16U -> CV_8U, rounded.
cv::Mat eightBit(const cv::Mat& pixels)
{
    if (pixels.depth() == CV_8U)
        return pixels;
    cv::Mat eight;
    pixels.convertTo(eight, CV_8U, 1 / 257.0);
    return eight;
}

void layOverSurround(QImage& image, const cv::Mat& alpha)
{
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const auto* a = alpha.ptr<std::uint8_t>(y);
        for (int x = 0; x < image.width(); ++x) {
            const auto mixed = [&](int colour) {
                return (colour * a[x] + surroundGrey * (255 - a[x]) + 127) / 255;
            };
            line[x] = qRgb(mixed(qRed(line[x])), mixed(qGreen(line[x])), mixed(qBlue(line[x])));
        }
    }
}

/// The pixels of a tile with one more on each side where there are any.
QRect withNeighbours(const PyramidGeometry& geometry, const TileIndex& index)
{
    return geometry.tileRect(index).adjusted(-1, -1, 1, 1) &
           QRect(QPoint(0, 0), geometry.levelSize(index.level));
}

cv::Rect toCv(const QRect& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

Tile placed(const ImagePyramid& pyramid, const TileIndex& index, const QRect& pixels, QImage image)
{
    const double scale = std::ldexp(1.0, index.level);
    const QRectF core(pyramid.geometry().tileRect(index));
    const QRectF area(core.topLeft() * scale, core.size() * scale);
    return {std::move(image),
            pixels.topLeft(),
            {scale, scale},
            area & QRectF(QPointF(0, 0), QSizeF(pyramid.geometry().photoSize()))};
}

} // namespace

QImage displayImage(const cv::Mat& pixels, const ColourSpace& space)
{
    QImage image(pixels.cols, pixels.rows, QImage::Format_RGB32);
    if (image.isNull() || pixels.empty())
        return {};
    cv::Mat rgb;
    if (space.isSrgb()) {
        rgb = eightBit(pixels);
    } else {
        cv::Mat linear;
        space.toLinearSrgb(pixels, linear);
        rgb = encoded(linear);
    }
    cv::Mat out(image.height(), image.width(), CV_8UC4, image.bits(),
                std::size_t(image.bytesPerLine()));
    const int codes[] = {cv::COLOR_GRAY2BGRA, cv::COLOR_RGB2BGRA, cv::COLOR_RGBA2BGRA};
    cv::cvtColor(rgb, out, codes[std::max(0, rgb.channels() - 2)]);
    if (pixels.channels() == 4) {
        cv::Mat alpha;
        cv::extractChannel(pixels, alpha, 3);
        layOverSurround(image, eightBit(alpha));
    }
    return image;
}

Tile makeTile(const ImagePyramid& pyramid, const TileIndex& index)
{
    const QRect pixels = withNeighbours(pyramid.geometry(), index);
    return placed(pyramid, index, pixels,
                  displayImage(pyramid.level(index.level)(toCv(pixels)), pyramid.space()));
}

Tile makeTile(const ImagePyramid& pyramid, const TileIndex& index, const Recombiner& recombiner)
{
    const QRect pixels = withNeighbours(pyramid.geometry(), index);
    const QSize photo = pyramid.geometry().photoSize();
    const double scale = std::ldexp(1.0, index.level);
    const cv::Rect2d where(pixels.x() * scale / photo.width(), pixels.y() * scale / photo.height(),
                           pixels.width() * scale / photo.width(),
                           pixels.height() * scale / photo.height());
    cv::Mat coloured;
    recombiner.colourise(pyramid.level(index.level)(toCv(pixels)), where, coloured);
    return placed(pyramid, index, pixels, displayImage(coloured, pyramid.space().resultSpace()));
}

Tile makePreview(const Photo& photo, const ColourSpace& space, int side)
{
    const cv::Mat& pixels = photo.pixels;
    const double step = std::max(1.0, double(std::max(pixels.cols, pixels.rows)) / side);
    const cv::Size size(std::max(1, int(pixels.cols / step)), std::max(1, int(pixels.rows / step)));
    cv::Mat few;
    cv::resize(pixels, few, size, 0, 0, cv::INTER_NEAREST);
    return {displayImage(few, space),
            {0, 0},
            {double(pixels.cols) / size.width, double(pixels.rows) / size.height},
            QRectF(0, 0, pixels.cols, pixels.rows)};
}

} // namespace autochrome
