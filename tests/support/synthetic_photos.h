#pragma once

#include <QDir>
#include <QString>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace autochrome::testing {

/// A small landscape: blue sky, green field, a red roof; `variant` moves and tints them.
inline cv::Mat syntheticPhoto(int variant, int width = 120, int height = 96)
{
    cv::Mat bgr(height, width, CV_8UC3);
    const int horizon = height / 3 + variant * 7 % (height / 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            bgr.at<cv::Vec3b>(y, x) =
                y < horizon ? cv::Vec3b(uchar(200 - y / 2), uchar(140 + y / 2), uchar(90 + x / 4))
                            : cv::Vec3b(50, uchar(120 + x / 4), uchar(60 + 5 * (variant % 8)));
    const int left = width / 6 + variant * 13 % (width / 3);
    cv::rectangle(bgr, {left, horizon - 12, width / 4, 30}, {40, 50, 190}, cv::FILLED);
    return bgr;
}

/// Writes `count` good photos as PNG into a folder, in two sub-folders.
inline void writeSyntheticPhotos(const QString& folder, int count)
{
    for (int i = 0; i < count; ++i) {
        const QString sub = folder + (i % 2 ? "/field" : "/house");
        QDir().mkpath(sub);
        cv::imwrite((sub + QString("/photo%1.png").arg(i)).toStdString(), syntheticPhoto(i));
    }
}

} // namespace autochrome::testing
