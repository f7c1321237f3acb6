#pragma once

#include <QByteArray>
#include <QString>
#include <opencv2/core.hpp>

namespace autochrome {

/// A grey scene with edges and gradients, CV_8UC1 or CV_16UC1.
cv::Mat greyScene(int width, int height, int type = CV_8UC1);

/// The picture encoded by OpenCV; `extension` as ".jpg", ".png", ".tif", ".webp", ".bmp".
QByteArray encoded(const cv::Mat& picture, const char* extension);

/// The picture in a file's bytes, as it is stored.
cv::Mat decoded(const QByteArray& bytes);

QString sha256(const QByteArray& bytes);

/// A grey JPEG of a usual small size.
QByteArray smallJpeg();

/// A JPEG with an application segment (0xE1 Exif, 0xE2 ICC) put in behind its start.
QByteArray withSegment(const QByteArray& jpeg, int marker, const QByteArray& content);

/// A CMYK JPEG, 4 channels, inverted as Adobe writes it.
QByteArray cmykJpeg(int width, int height);

/// A PNG with a palette of four greys.
QByteArray palettePng(int width, int height);

/// A PNG whose header claims a size that its data does not have.
QByteArray claimingPng(quint32 width, quint32 height);

/// An uncompressed grey TIFF with any number of bits per sample, one strip, all samples 0x55….
QByteArray greyTiff(quint32 width, quint32 height, quint16 bitsPerSample, bool withPixels = true);

} // namespace autochrome
