#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace autochrome::testing {

/// Soft patches of many colours, arranged anew for every number, so that no two look alike.
inline cv::Mat variedPhoto(int number, int width = 160, int height = 120)
{
    cv::RNG random(std::uint64_t(number) + 1);
    cv::Mat patches(7, 9, CV_8UC3), photo;
    random.fill(patches, cv::RNG::UNIFORM, 20, 235);
    cv::resize(patches, photo, {width, height}, 0, 0, cv::INTER_LINEAR);
    return photo;
}

/// Writes a picture, making its folder.
inline void writePicture(const QString& path, const cv::Mat& bgr, int quality = 95)
{
    QDir().mkpath(QFileInfo(path).path());
    const bool isJpeg = path.endsWith(".jpg");
    cv::imwrite(path.toStdString(), bgr,
                isJpeg ? std::vector<int>{cv::IMWRITE_JPEG_QUALITY, quality} : std::vector<int>{});
}

inline void writeBytes(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

} // namespace autochrome::testing
