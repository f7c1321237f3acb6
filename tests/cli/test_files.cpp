#include "tests/cli/test_files.h"

#include <QCryptographicHash>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <opencv2/imgcodecs.hpp>
#include <vector>

namespace autochrome {

namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += char(value >> shift & 0xFF);
    return bytes;
}

/// CRC of a PNG chunk (PNG specification, annex D).
quint32 crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
    }
    return ~crc;
}

QByteArray chunk(const QByteArray& type, const QByteArray& content)
{
    return bigEndian(quint32(content.size())) + type + content + bigEndian(crcOf(type + content));
}

QByteArray pngHeader(quint32 width, quint32 height, char depth, char colourType)
{
    QByteArray header = bigEndian(width) + bigEndian(height);
    header += depth;
    header += colourType;
    header += QByteArray(3, '\0');
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header);
}

QByteArray compressed(const QByteArray& bytes)
{
    return qCompress(bytes).mid(4); // behind Qt's own length lies a plain zlib stream
}

void append16(QByteArray& bytes, quint16 value)
{
    bytes += char(value & 0xFF);
    bytes += char(value >> 8);
}

void append32(QByteArray& bytes, quint32 value)
{
    append16(bytes, quint16(value & 0xFFFF));
    append16(bytes, quint16(value >> 16));
}

} // namespace

cv::Mat greyScene(int width, int height, int type)
{
    cv::Mat picture(height, width, type);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double gradient = 0.25 + 0.5 * y / std::max(1, height - 1);
            const double shape = (x / 16 + y / 24) % 2 ? 0.15 : -0.1;
            const double value = gradient + shape + 0.05 * std::sin(x * 0.7);
            if (type == CV_16UC1)
                picture.at<quint16>(y, x) = cv::saturate_cast<quint16>(value * 65535);
            else
                picture.at<quint8>(y, x) = cv::saturate_cast<quint8>(value * 255);
        }
    return picture;
}

QByteArray encoded(const cv::Mat& picture, const char* extension)
{
    std::vector<uchar> bytes;
    if (!cv::imencode(extension, picture, bytes))
        qFatal("cannot encode %s", extension);
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

cv::Mat decoded(const QByteArray& bytes)
{
    const std::vector<uchar> buffer(bytes.begin(), bytes.end());
    return cv::imdecode(buffer, cv::IMREAD_UNCHANGED);
}

QString sha256(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray smallJpeg()
{
    return encoded(greyScene(96, 64), ".jpg");
}

QByteArray withSegment(const QByteArray& jpeg, int marker, const QByteArray& content)
{
    QByteArray segment("\xFF");
    segment += char(marker);
    const auto length = quint16(content.size() + 2);
    segment += char(length >> 8);
    segment += char(length & 0xFF);
    return jpeg.left(2) + segment + content + jpeg.mid(2);
}

QByteArray cmykJpeg(int width, int height)
{
    jpeg_compress_struct jpeg = {};
    jpeg_error_mgr errors = {};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = JDIMENSION(width);
    jpeg.image_height = JDIMENSION(height);
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<JSAMPLE> line(std::size_t(width) * 4);
    JSAMPROW rows[] = {line.data()};
    while (jpeg.next_scanline < jpeg.image_height) {
        for (std::size_t x = 0; x < std::size_t(width); ++x)
            for (std::size_t c = 0; c < 4; ++c)
                line[x * 4 + c] = JSAMPLE((x * 3 + jpeg.next_scanline * 2 + c * 40) % 256);
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    QByteArray bytes(reinterpret_cast<const char*>(buffer), qsizetype(size));
    jpeg_destroy_compress(&jpeg);
    std::free(buffer);
    return bytes;
}

QByteArray palettePng(int width, int height)
{
    QByteArray palette;
    for (const char level : {'\x20', '\x60', '\xA0', '\xE0'})
        palette += QByteArray(3, level);
    QByteArray rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0'; // no filter
        for (int x = 0; x < width; ++x)
            rows += char((x / 8 + y / 8) % 4);
    }
    return pngHeader(quint32(width), quint32(height), 8, 3) + chunk("PLTE", palette) +
           chunk("IDAT", compressed(rows)) + chunk("IEND", {});
}

QByteArray claimingPng(quint32 width, quint32 height)
{
    return pngHeader(width, height, 8, 2) + chunk("IDAT", compressed(QByteArray(64, '\0'))) +
           chunk("IEND", {});
}

QByteArray greyTiff(quint32 width, quint32 height, quint16 bitsPerSample, bool withPixels)
{
    const quint64 rowBytes = (quint64(width) * bitsPerSample + 7) / 8;
    const auto pixelBytes = quint32(withPixels ? rowBytes * height : 16);
    QByteArray bytes("II*\0", 4);
    append32(bytes, 8 + pixelBytes); // where the directory lies
    bytes += QByteArray(pixelBytes, '\x55');

    constexpr quint16 asShort = 3;
    constexpr quint16 asLong = 4;
    struct Entry
    {
        quint16 tag;
        quint16 type;
        quint32 value;
    };
    const std::array entries{
        Entry{256, asLong, width}, Entry{257, asLong, height}, Entry{258, asShort, bitsPerSample},
        Entry{259, asShort, 1}, // not compressed
        Entry{262, asShort, 1}, // black is zero
        Entry{273, asLong, 8},  // the strip's place
        Entry{277, asShort, 1},    Entry{278, asLong, height}, Entry{279, asLong, pixelBytes}};
    append16(bytes, quint16(entries.size()));
    for (const Entry& entry : entries) {
        append16(bytes, entry.tag);
        append16(bytes, entry.type);
        append32(bytes, 1);
        append32(bytes, entry.value);
    }
    append32(bytes, 0); // no further page
    return bytes;
}

} // namespace autochrome
