#include "ui/viewer/thumbnail.h"

#include "core/edit/restoration.h"
#include "core/photo/photo_reader.h"
#include "core/photo/small_picture.h"

#include <QImageReader>
#include <QPainter>
#include <QTransform>
#include <opencv2/imgproc.hpp>

namespace autochrome {

namespace {

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

cv::Mat shrunkToThumbnail(const cv::Mat& pixels)
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

QImage thumbnailOf(const cv::Mat& pixels)
{
    return toImage(shrunkToThumbnail(pixels));
}

QImage thumbnailOf(const Rendering& rendering, const cv::Mat& small)
{
    cv::Mat coloured;
    rendering.recombiner().colourise(small, cv::Rect2d(0, 0, 1, 1), coloured);
    return toImage(coloured);
}

Result<QImage> thumbnailOfFile(const PhotoId& photo, double megapixels, const Progress& progress)
{
    const auto header = readPhotoHeader(photo);
    if (!header)
        return tl::make_unexpected(header.error());
    if (header->format == FileFormat::Jpeg) {
        QImageReader reader(QString::fromStdString(photo.path.string()), "jpeg");
        reader.setAutoTransform(true);
        const QSize size(header->width, header->height);
        reader.setScaledSize(
            size.scaled(thumbnailEdge, thumbnailEdge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
        if (const QImage picture = reader.read(); !picture.isNull())
            return picture;
    }
    if (double(header->width) * header->height > megapixels * 1e6)
        return failure(ErrorCode::TooLarge, {});
    const auto picture = readSmallPicture(photo, thumbnailEdge, progress);
    if (!picture)
        return tl::make_unexpected(picture.error());
    return toImage(*picture);
}

QImage turnedThumbnail(const QImage& upright, QSize source, const GeometrySettings& geometry)
{
    QImage framed = upright;
    const cv::Size size(source.width(), source.height());
    if (geometry.frame && geometry.frame->isValidFor(size)) {
        const QTransform shrunk = QTransform::fromScale(double(upright.width()) / source.width(),
                                                        double(upright.height()) / source.height());
        QPolygonF corners;
        for (const cv::Point2d corner : geometry.frame->corners)
            corners << shrunk.map(QPointF(corner.x, corner.y));
        const cv::Size shown = geometry.frame->size();
        const QSize room = QSizeF(shown.width * shrunk.m11(), shown.height * shrunk.m22())
                               .toSize()
                               .expandedTo(QSize(1, 1));
        QTransform toFramed;
        if (QTransform::quadToQuad(corners, QPolygonF(QRectF(QPointF(0, 0), room)).first(4),
                                   toFramed)) {
            framed = QImage(room, QImage::Format_ARGB32_Premultiplied);
            framed.fill(Qt::transparent);
            QPainter painter(&framed);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.setTransform(toFramed);
            painter.drawImage(0, 0, upright);
        }
    }
    const QImage rotated = framed.transformed(QTransform().rotate(90 * int(geometry.rotation)));
    return rotated.mirrored(geometry.flip == Flip::Horizontal, geometry.flip == Flip::Vertical);
}

} // namespace autochrome
