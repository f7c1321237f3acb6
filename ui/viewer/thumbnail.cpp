#include "ui/viewer/thumbnail.h"

#include "core/edit/restoration.h"
#include "core/photo/photo_reader.h"

#include <QImageReader>
#include <opencv2/imgproc.hpp>

namespace autochrome {

namespace {

cv::Mat shrunk(const cv::Mat& pixels)
{
    const double scale = double(thumbnailEdge) / std::max(pixels.cols, pixels.rows);
    if (scale >= 1)
        return pixels;
    // A photo of 1 x 10,000 pixels still gets one that can be seen.
    const cv::Size size(std::max(1, int(pixels.cols * scale)),
                        std::max(1, int(pixels.rows * scale)));
    cv::Mat small;
    cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

QImage toImage(const cv::Mat& small)
{
    cv::Mat bytes = small;
    if (small.depth() == CV_16U)
        small.convertTo(bytes, CV_8U, 1 / 257.0);
    const QImage::Format format = bytes.channels() == 1   ? QImage::Format_Grayscale8
                                  : bytes.channels() == 3 ? QImage::Format_RGB888
                                                          : QImage::Format_RGBA8888;
    return QImage(bytes.data, bytes.cols, bytes.rows, qsizetype(bytes.step), format).copy();
}

} // namespace

QImage thumbnailOf(const cv::Mat& pixels)
{
    return toImage(shrunk(pixels));
}

QImage thumbnailOf(const Rendering& rendering)
{
    cv::Mat coloured;
    rendering.recombiner().colourise(shrunk(rendering.photo().pixels), cv::Rect2d(0, 0, 1, 1),
                                     coloured);
    return toImage(coloured);
}

QImage thumbnailOfFile(const std::filesystem::path& path, double megapixels)
{
    const auto header = readPhotoHeader(path);
    if (!header || header->width <= 0 || header->height <= 0)
        return {};
    if (header->format != FileFormat::Jpeg) {
        if (double(header->width) * header->height > megapixels * 1e6)
            return {};
        auto photo = readPhoto(path);
        return photo ? thumbnailOf(Restoration(std::move(*photo)).photo()->pixels) : QImage();
    }
    QImageReader reader(QString::fromStdString(path.string()), "jpeg");
    reader.setAutoTransform(true);
    const QSize size(header->width, header->height);
    reader.setScaledSize(
        size.scaled(thumbnailEdge, thumbnailEdge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

} // namespace autochrome
