#include "core/base/sha256.h"
#include "core/photo/colour_space.h"
#include "core/photo/metadata_exiv2.h"
#include "core/photo/photo_reader.h"
#include "picture_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <functional>
#include <sys/stat.h>
#include <thread>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// Writes a file under the given name into a folder.
using Maker = std::function<void(const fs::path&)>;

Maker bytesMaker(Bytes bytes)
{
    return [bytes = std::move(bytes)](const fs::path& path) { writeBytes(path, bytes); };
}

double largestDifference(const cv::Mat& a, const cv::Mat& b)
{
    return cv::norm(a, b, cv::NORM_INF);
}

} // namespace

Q_DECLARE_METATYPE(Maker)
Q_DECLARE_METATYPE(cv::Mat)
Q_DECLARE_METATYPE(autochrome::ErrorCode)

class TestPhotoReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void readsPixels_data();
    void readsPixels();
    void refuses_data();
    void refuses();
    void convertsInks_data();
    void convertsInks();
    void takesTheWholeFile();
    void readsHeaders_data();
    void readsHeaders();
    void keepsResolution_data();
    void keepsResolution();
    void keepsProfile_data();
    void keepsProfile();
    void replacesBadProfile_data();
    void replacesBadProfile();
    void survivesBadExif();
    void knowsOrientation_data();
    void knowsOrientation();
    void firstPageOnly();
    void leavesTheSourceAlone();
    void canBeCancelled();
    void readsInParallel();
};

void TestPhotoReader::readsPixels_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<cv::Mat>("expected");
    QTest::addColumn<double>("tolerance");

    const cv::Size size(61, 47);
    const cv::Mat grey = testPicture(size, CV_8UC1);
    const cv::Mat rgb = testPicture(size, CV_8UC3);
    const cv::Mat rgba = testPicture(size, CV_8UC4);
    const cv::Mat grey16 = testPicture(size, CV_16UC1);
    const cv::Mat rgb16 = testPicture(size, CV_16UC3);
    const cv::Mat rgba16 = testPicture(size, CV_16UC4);
    const auto row = [](const char* tag, const char* name, Maker make, const cv::Mat& expected,
                        double tolerance = 0) {
        QTest::newRow(tag) << QString(name) << std::move(make) << expected << tolerance;
    };
    row("jpeg grey", "a.jpg", bytesMaker(jpegBytes(grey)), grey, 10);
    row("jpeg rgb", "a.jpg", bytesMaker(jpegBytes(rgb)), rgb, 16);
    row("jpeg progressive", "a.jpg", bytesMaker(jpegBytes(rgb, {.progressive = true})), rgb, 16);
    row("jpeg named png", "a.png", bytesMaker(jpegBytes(rgb)), rgb, 16);

    row("png grey", "a.png", bytesMaker(pngBytes(grey)), grey);
    row("png rgb", "a.png", bytesMaker(pngBytes(rgb)), rgb);
    row("png rgba", "a.png", bytesMaker(pngBytes(rgba)), rgba);
    row("png grey 16", "a.png", bytesMaker(pngBytes(grey16)), grey16);
    row("png rgb 16", "a.png", bytesMaker(pngBytes(rgb16)), rgb16);
    row("png rgba 16", "a.png", bytesMaker(pngBytes(rgba16)), rgba16);
    row("png interlaced", "a.png", bytesMaker(pngBytes(rgb16, {.interlaced = true})), rgb16);
    row("png named jpg", "a.jpg", bytesMaker(pngBytes(rgb)), rgb);
    cv::Mat indices(size, CV_8UC1);
    cv::Mat painted(size, CV_8UC4);
    const cv::Vec4b colours[4] = {
        {10, 20, 30, 255}, {200, 100, 50, 255}, {0, 255, 0, 255}, {9, 8, 7, 0}};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            indices.at<std::uint8_t>(y, x) = std::uint8_t((x + y) % 4);
            painted.at<cv::Vec4b>(y, x) = colours[(x + y) % 4];
        }
    row("png palette 8", "a.png", bytesMaker(pngBytes(indices, {.palette = true})), painted);
    row("png palette 2", "a.png", bytesMaker(pngBytes(indices, {.bits = 2, .palette = true})),
        painted);
    row("png grey 2", "a.png", bytesMaker(pngBytes(indices, {.bits = 2})), indices * 85);
    cv::Mat greyAlpha = testPicture(size, CV_16UC2);
    cv::Mat widened(size, CV_16UC4);
    const int spread[] = {0, 0, 0, 1, 0, 2, 1, 3};
    cv::mixChannels(&greyAlpha, 1, &widened, 1, spread, 4);
    row("png grey alpha 16", "a.png", bytesMaker(pngBytes(greyAlpha, {.greyAlpha = true})),
        widened);

    const auto tiff = [](const cv::Mat& picture, TiffOptions options = {}) -> Maker {
        return [=](const fs::path& path) { writeTiffFile(path, picture, options); };
    };
    const std::pair<const char*, int> compressions[] = {{"none", COMPRESSION_NONE},
                                                        {"lzw", COMPRESSION_LZW},
                                                        {"deflate", COMPRESSION_ADOBE_DEFLATE},
                                                        {"packbits", COMPRESSION_PACKBITS}};
    const std::pair<const char*, cv::Mat> pictures[] = {{"grey", grey},   {"rgb", rgb},
                                                        {"rgba", rgba},   {"grey16", grey16},
                                                        {"rgb16", rgb16}, {"rgba16", rgba16}};
    for (const auto& [packing, compression] : compressions) {
        for (const auto& [kind, picture] : pictures) {
            for (const bool separate : {false, true}) {
                for (const int tile : {0, 32}) {
                    const std::string tag = std::string("tiff ") + kind + " " + packing +
                                            (separate ? " planes" : "") + (tile ? " tiles" : "");
                    row(tag.c_str(), "a.tif",
                        tiff(picture,
                             {.compression = compression, .tile = tile, .separate = separate}),
                        picture);
                }
            }
        }
    }
    row("tiff one strip", "a.tif", tiff(rgb16, {.rowsPerStrip = 1000}), rgb16);
    row("tiff big endian", "a.tif", tiff(rgb16, {.bigEndian = true}), rgb16);
    row("tiff big endian planes", "a.tif", tiff(rgb16, {.separate = true, .bigEndian = true}),
        rgb16);
    row("bigtiff", "a.tif", tiff(rgb16, {.bigTiff = true}), rgb16);
    row("tiff jpeg grey", "a.tif", tiff(grey, {.compression = COMPRESSION_JPEG}), grey, 10);
    row("tiff jpeg rgb", "a.tif", tiff(rgb, {.compression = COMPRESSION_JPEG}), rgb, 24);
    row("tiff jpeg tiles", "a.tif", tiff(rgb, {.compression = COMPRESSION_JPEG, .tile = 32}), rgb,
        24);
    row("tiff white is zero", "a.tif", tiff(grey, {.minIsWhite = true}),
        cv::Scalar::all(255) - grey);
    row("tiff white is zero 16", "a.tif", tiff(grey16, {.minIsWhite = true}),
        cv::Scalar::all(65535) - grey16);
    const cv::Mat bits = indices & 1;
    row("tiff bilevel", "a.tif", tiff(bits, {.bilevel = true}), bits * 255);
    row("tiff bilevel fax", "a.tif",
        tiff(bits, {.compression = COMPRESSION_CCITTFAX4, .minIsWhite = true, .bilevel = true}),
        255 - bits * 255);
    cv::Mat mapped(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const std::uint8_t i = grey.at<std::uint8_t>(y, x);
            mapped.at<cv::Vec3b>(y, x) = {i, std::uint8_t(255 - i), std::uint8_t(i / 2)};
        }
    row("tiff palette", "a.tif", tiff(grey, {.palette = true}), mapped);
    row("tiff palette tiles", "a.tif", tiff(grey, {.tile = 16, .palette = true}), mapped);
    row("tiff grey alpha", "a.tif", tiff(greyAlpha), widened);
    cv::Mat straight(4, 4, CV_8UC4, cv::Scalar(200, 100, 50, 51));
    cv::Mat multiplied(4, 4, CV_8UC4, cv::Scalar(40, 20, 10, 51));
    row("tiff premultiplied", "a.tif", tiff(multiplied, {.premultiplied = true}), straight);

    row("webp", "a.webp", bytesMaker(webpBytes(rgb)), rgb);
    row("webp alpha", "a.webp", bytesMaker(webpBytes(rgba)), rgba);
    row("webp named jpg", "a.jpg", bytesMaker(webpBytes(rgb)), rgb);

    // Two rows of three pixels, the lower one first; rows are padded to four bytes.
    const cv::Mat three =
        (cv::Mat_<cv::Vec3b>(2, 3) << cv::Vec3b(255, 0, 0), cv::Vec3b(0, 255, 0),
         cv::Vec3b(0, 0, 255), cv::Vec3b(1, 2, 3), cv::Vec3b(4, 5, 6), cv::Vec3b(7, 8, 9));
    const Bytes bottomUp = {3, 2, 1,   6, 5,   4, 9,   8, 7, 0, 0, 0,
                            0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0};
    const Bytes topDown = {0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0,
                           3, 2, 1,   6, 5,   4, 9,   8, 7, 0, 0, 0};
    row("bmp 24", "a.bmp", bytesMaker(bmpBytes(3, 2, 24, 0, {}, bottomUp)), three);
    row("bmp 24 top down", "a.bmp", bytesMaker(bmpBytes(3, -2, 24, 0, {}, topDown)), three);
    const Bytes masks565 = {0, 0xF8, 0, 0, 0xE0, 0x07, 0, 0, 0x1F, 0, 0, 0};
    const cv::Mat primaries =
        (cv::Mat_<cv::Vec3b>(1, 2) << cv::Vec3b(255, 0, 0), cv::Vec3b(0, 255, 0));
    row("bmp 565", "a.bmp",
        bytesMaker(bmpBytes(2, 1, 16, 3, {}, {0x00, 0xF8, 0xE0, 0x07}, masks565)), primaries);
    row("bmp 555", "a.bmp", bytesMaker(bmpBytes(2, 1, 16, 0, {}, {0x00, 0x7C, 0xE0, 0x03})),
        primaries);
    row("bmp 32", "a.bmp", bytesMaker(bmpBytes(2, 1, 32, 0, {}, {0, 0, 255, 0, 0, 255, 0, 0})),
        primaries);
    const Bytes colourPalette = {0, 0, 255, 0, 0, 255, 0, 0};
    row("bmp palette 1", "a.bmp", bytesMaker(bmpBytes(2, 1, 1, 0, colourPalette, {0x40, 0, 0, 0})),
        primaries);
    row("bmp palette 4", "a.bmp", bytesMaker(bmpBytes(2, 1, 4, 0, colourPalette, {0x01, 0, 0, 0})),
        primaries);
    Bytes greyPalette;
    for (int i = 0; i < 256; ++i)
        greyPalette.insert(greyPalette.end(),
                           {std::uint8_t(i), std::uint8_t(i), std::uint8_t(i), 0});
    const cv::Mat greys = (cv::Mat_<std::uint8_t>(2, 5) << 1, 2, 3, 4, 4, 9, 9, 9, 0, 7);
    row("bmp grey 8", "a.bmp",
        bytesMaker(
            bmpBytes(5, 2, 8, 0, greyPalette, {9, 9, 9, 0, 7, 0, 0, 0, 1, 2, 3, 4, 4, 0, 0, 0})),
        greys);
    // Run, skip one, one literal run would be absolute mode: both rows in RLE8.
    row("bmp rle8", "a.bmp",
        bytesMaker(bmpBytes(5, 2, 8, 1, greyPalette,
                            {3, 9, 0, 2, 1, 0, 1, 7, 0, 0, 0, 5, 1, 2, 3, 4, 4, 0, 0, 1})),
        greys);
    const cv::Mat nibbles = (cv::Mat_<std::uint8_t>(1, 5) << 1, 2, 1, 2, 3);
    Bytes sixteen(greyPalette.begin(), greyPalette.begin() + 64);
    row("bmp rle4", "a.bmp", bytesMaker(bmpBytes(5, 1, 4, 2, sixteen, {4, 0x12, 1, 0x30, 0, 1})),
        nibbles);

    const cv::Mat dot = testPicture({1, 1}, CV_8UC3);
    const cv::Mat line = testPicture({1, 10000}, CV_16UC1);
    const cv::Mat flat = testPicture({10000, 1}, CV_8UC3);
    row("1 x 1 png", "a.png", bytesMaker(pngBytes(dot)), dot);
    row("1 x 1 jpeg", "a.jpg", bytesMaker(jpegBytes(dot)), dot, 8);
    row("1 x 1 tiff", "a.tif", tiff(dot), dot);
    row("1 x 1 webp", "a.webp", bytesMaker(webpBytes(dot)), dot);
    row("1 x 10000 tiff", "a.tif", tiff(line), line);
    row("1 x 10000 png", "a.png", bytesMaker(pngBytes(line)), line);
    row("10000 x 1 webp", "a.webp", bytesMaker(webpBytes(flat)), flat);
    row("10000 x 1 jpeg", "a.jpg", bytesMaker(jpegBytes(flat)), flat, 16);
}

void TestPhotoReader::readsPixels()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    QFETCH(cv::Mat, expected);
    QFETCH(double, tolerance);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY2(photo, photo ? "" : photo.error().userText.c_str());
    QCOMPARE(photo->pixels.size(), expected.size());
    QCOMPARE(photo->pixels.type(), expected.type());
    QVERIFY(largestDifference(photo->pixels, expected) <= tolerance);
    QVERIFY(photo->warnings.empty());
    QCOMPARE(photo->orientation, 1);
    QCOMPARE(photo->source, path);
}

void TestPhotoReader::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* tag, const char* name, Maker make, ErrorCode code,
                        const char* says) {
        QTest::newRow(tag) << QString(name) << std::move(make) << code << QString(says);
    };
    const cv::Mat rgb = testPicture({200, 150}, CV_8UC3);
    const auto cut = [](Bytes bytes, double share) {
        bytes.resize(std::size_t(double(bytes.size()) * share));
        return bytesMaker(std::move(bytes));
    };
    const auto cutTiff = [&rgb](int compression, int tile, double share) -> Maker {
        return [=](const fs::path& path) {
            writeTiffFile(path, rgb, {.compression = compression, .tile = tile});
            fs::resize_file(path, std::uintmax_t(double(fs::file_size(path)) * share));
        };
    };
    row(
        "absent", "absent.jpg", [](const fs::path&) {}, ErrorCode::NotFound, "does not exist");
    row(
        "folder", "folder.jpg", [](const fs::path& path) { fs::create_directory(path); },
        ErrorCode::Unreadable, "folder");
    row(
        "pipe", "pipe.jpg", [](const fs::path& path) { ::mkfifo(path.c_str(), 0600); },
        ErrorCode::Unreadable, "ordinary");
    row("empty", "empty.jpg", bytesMaker({}), ErrorCode::Corrupt, "empty");
    const std::string prose = "BMany people write letters, and few of them are bitmaps.";
    row("text", "text.jpg", bytesMaker(Bytes(prose.begin(), prose.end())),
        ErrorCode::UnsupportedFormat, "format");
    row("short text", "short.jpg", bytesMaker({'h', 'i'}), ErrorCode::UnsupportedFormat, "format");
    for (const double share : {0.9, 0.5, 0.02}) {
        const std::string tag = "jpeg cut at " + std::to_string(share);
        row(tag.c_str(), "cut.jpg", cut(jpegBytes(rgb), share), ErrorCode::Corrupt, "cut short");
    }
    row("progressive jpeg cut", "cut.jpg", cut(jpegBytes(rgb, {.progressive = true}), 0.5),
        ErrorCode::Corrupt, "cut short");
    row("png cut", "cut.png", cut(pngBytes(rgb), 0.5), ErrorCode::Corrupt, "cut short");
    row("png cut in header", "cut.png", cut(pngBytes(rgb), 0.0005), ErrorCode::Corrupt,
        "cut short");
    row("webp cut", "cut.webp", cut(webpBytes(rgb), 0.5), ErrorCode::Corrupt, "cut short");
    row("bmp cut", "cut.bmp", cut(bmpBytes(100, 100, 24, 0, {}, Bytes(30000)), 0.5),
        ErrorCode::Corrupt, "cut short");
    // libtiff writes the directory last: most cuts lose it, and then the whole picture.
    row("tiff cut", "cut.tif", cutTiff(COMPRESSION_NONE, 0, 0.5), ErrorCode::Corrupt, "cut short");
    row("tiff cut, lzw", "cut.tif", cutTiff(COMPRESSION_LZW, 0, 0.5), ErrorCode::Corrupt,
        "cut short");
    // With the directory in front it is pixels that are lost.
    const cv::Mat grey = testPicture({200, 150}, CV_8UC1);
    row("tiff pixels cut", "cut.tif", cut(headFirstTiff(grey, COMPRESSION_NONE), 0.7),
        ErrorCode::Corrupt, "cut short");
    row("tiff pixels cut, lzw", "cut.tif", cut(headFirstTiff(grey, COMPRESSION_LZW), 0.7),
        ErrorCode::Corrupt, "cut short");
    row("tiff pixels cut, deflate", "cut.tif",
        cut(headFirstTiff(grey, COMPRESSION_ADOBE_DEFLATE), 0.7), ErrorCode::Corrupt, "cut short");
    row("tiff tile cut", "cut.tif", cut(headFirstTiff(grey, COMPRESSION_ADOBE_DEFLATE, 208), 0.7),
        ErrorCode::Corrupt, "cut short");
    row("png huge", "huge.png", bytesMaker(hugePng()), ErrorCode::TooLarge, "100000");
    row("tiff huge", "huge.tif", bytesMaker(hugeTiff()), ErrorCode::TooLarge, "100000");
    row("bmp huge", "huge.bmp", bytesMaker(hugeBmp()), ErrorCode::TooLarge, "100000");
    row("jpeg huge", "huge.jpg", bytesMaker(hugeJpeg()), ErrorCode::TooLarge, "larger");
    row(
        "tiff 12 bit", "odd.tif", [](const fs::path& path) { writeOddTiff(path, 12, false); },
        ErrorCode::UnsupportedFormat, "12 bits");
    row(
        "tiff 32 bit", "odd.tif", [](const fs::path& path) { writeOddTiff(path, 32, false); },
        ErrorCode::UnsupportedFormat, "32 bits");
    row(
        "tiff float", "odd.tif", [](const fs::path& path) { writeOddTiff(path, 32, true); },
        ErrorCode::UnsupportedFormat, "floating");
    Bytes broken = pngBytes(rgb);
    for (std::size_t i = 0; i < 40; ++i)
        broken[broken.size() / 2 + i] ^= 0x5A;
    row("png damaged", "broken.png", bytesMaker(broken), ErrorCode::Corrupt, "damaged");
    Bytes noisy = jpegBytes(rgb);
    for (std::size_t i = 0; i < 30; ++i)
        noisy[noisy.size() / 2 + i] = 0xFF;
    row("jpeg damaged", "noisy.jpg", bytesMaker(noisy), ErrorCode::Corrupt, "noisy.jpg");
    row("bmp odd depth", "odd.bmp", bytesMaker(bmpBytes(4, 4, 13, 0, {}, Bytes(64))),
        ErrorCode::UnsupportedFormat, "13 bits");
}

void TestPhotoReader::refuses()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    QFETCH(ErrorCode, code);
    QFETCH(QString, says);
    QTemporaryDir own;
    const fs::path path = fs::path(own.path().toStdString()) / name.toStdString();
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, code);
    const QString sentence = QString::fromStdString(photo.error().userText);
    QVERIFY2(sentence.contains(name), qPrintable(sentence));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

void TestPhotoReader::convertsInks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<double>("tolerance");
    // Cyan ink 40 %, no magenta, 20 % yellow, 10 % black, by the plain formula.
    const cv::Mat inks(16, 16, CV_8UC4, cv::Scalar(102, 0, 51, 25));
    QTest::newRow("jpeg") << "inks.jpg" << bytesMaker(jpegBytes(inks)) << 4.0;
    QTest::newRow("jpeg of adobe")
        << "inks.jpg" << bytesMaker(jpegBytes(cv::Scalar::all(255) - inks, {.adobeInks = true}))
        << 5.0;
    QTest::newRow("tiff") << "inks.tif" << Maker([inks](const fs::path& path) {
        writeTiffFile(path, inks, {.cmyk = true});
    }) << 1.0;
    QTest::newRow("tiff planes") << "inks.tif" << Maker([inks](const fs::path& path) {
        writeTiffFile(path, inks, {.separate = true, .cmyk = true});
    }) << 1.0;
}

void TestPhotoReader::convertsInks()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    QFETCH(double, tolerance);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    const double paper = 255.0 * (1 - 25 / 255.0);
    const cv::Mat expected(16, 16, CV_8UC3,
                           cv::Scalar(paper * (1 - 102 / 255.0), paper, paper * (1 - 51 / 255.0)));
    QCOMPARE(photo->pixels.type(), CV_8UC3);
    QVERIFY(largestDifference(photo->pixels, expected) <= tolerance);
    QVERIFY(photo->icc.empty());
}

void TestPhotoReader::takesTheWholeFile()
{
    const fs::path path = at("whole.png");
    writeBytes(path, pngBytes(testPicture({300, 200}, CV_8UC3)));
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->sourceSha256, *sha256OfFile(path));
}

void TestPhotoReader::readsHeaders_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("bits");
    const cv::Size size(31, 17);
    QTest::newRow("jpeg") << "h.jpg" << bytesMaker(jpegBytes(testPicture(size, CV_8UC1))) << 1 << 8;
    QTest::newRow("jpeg inks") << "h.jpg" << bytesMaker(jpegBytes(testPicture(size, CV_8UC4))) << 4
                               << 8;
    QTest::newRow("png") << "h.png" << bytesMaker(pngBytes(testPicture(size, CV_16UC4))) << 4 << 16;
    QTest::newRow("png palette") << "h.png"
                                 << bytesMaker(pngBytes(cv::Mat::zeros(size, CV_8U),
                                                        {.bits = 4, .palette = true}))
                                 << 1 << 4;
    QTest::newRow("tiff") << "h.tif" << Maker([size](const fs::path& path) {
        writeTiffFile(path, testPicture(size, CV_16UC3));
    }) << 3 << 16;
    QTest::newRow("webp") << "h.webp" << bytesMaker(webpBytes(testPicture(size, CV_8UC3))) << 3
                          << 8;
    QTest::newRow("bmp") << "h.bmp" << bytesMaker(bmpBytes(31, 17, 24, 0, {}, Bytes(96 * 17))) << 3
                         << 8;
}

void TestPhotoReader::readsHeaders()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    QFETCH(int, channels);
    QFETCH(int, bits);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<PhotoHeader> header = readPhotoHeader(path);
    QVERIFY(header);
    QCOMPARE(header->width, 31);
    QCOMPARE(header->height, 17);
    QCOMPARE(header->channels, channels);
    QCOMPARE(header->bitDepth, bits);
    QCOMPARE(QString(formatExtension(header->format)), name.mid(2));
}

void TestPhotoReader::keepsResolution_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    QTest::addColumn<double>("perInch");
    const cv::Mat picture = testPicture({20, 20}, CV_8UC3);
    QTest::newRow("jpeg inch") << "r.jpg"
                               << bytesMaker(jpegBytes(picture, {.densityUnit = 1, .density = 600}))
                               << 600.0;
    QTest::newRow("jpeg centimetre")
        << "r.jpg" << bytesMaker(jpegBytes(picture, {.densityUnit = 2, .density = 100})) << 254.0;
    QTest::newRow("jpeg aspect only") << "r.jpg" << bytesMaker(jpegBytes(picture)) << 0.0;
    QTest::newRow("png") << "r.png" << bytesMaker(pngBytes(picture, {.perMetre = 11811})) << 300.0;
    QTest::newRow("tiff") << "r.tif" << Maker([picture](const fs::path& path) {
        writeTiffFile(path, picture, {.dpi = 4800});
    }) << 4800.0;
    QTest::newRow("bmp") << "r.bmp" << bytesMaker(bmpBytes(1, 1, 24, 0, {}, {1, 2, 3, 0})) << 300.0;
}

void TestPhotoReader::keepsResolution()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    QFETCH(double, perInch);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    const double factor = photo->resolution.unit == Resolution::Unit::Centimetre ? 2.54 : 1;
    QVERIFY(std::abs(photo->resolution.x * factor - perInch) < 0.01);
    QVERIFY(std::abs(photo->resolution.y * factor - perInch) < 0.01);
    QCOMPARE(photo->resolution.unit == Resolution::Unit::None, perInch == 0);
}

void TestPhotoReader::keepsProfile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    const cv::Mat picture = testPicture({20, 20}, CV_8UC3);
    QTest::newRow("jpeg") << "p.jpg" << bytesMaker(jpegBytes(picture, {.icc = srgbProfile()}));
    QTest::newRow("png") << "p.png" << bytesMaker(pngBytes(picture, {.icc = srgbProfile()}));
    QTest::newRow("webp") << "p.webp" << bytesMaker(webpBytes(picture, srgbProfile()));
    QTest::newRow("tiff") << "p.tif" << Maker([picture](const fs::path& path) {
        writeTiffFile(path, picture, {.icc = srgbProfile()});
    });
}

void TestPhotoReader::keepsProfile()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QVERIFY(photo->icc == srgbProfile());
    QVERIFY(photo->warnings.empty());
}

void TestPhotoReader::replacesBadProfile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Maker>("make");
    const cv::Mat rgb = testPicture({20, 20}, CV_8UC3);
    const cv::Mat grey = testPicture({20, 20}, CV_8UC1);
    Bytes damaged = srgbProfile();
    std::fill(damaged.begin() + 128, damaged.end(), std::uint8_t(0xEE));
    const Bytes nonsense(300, 7);
    QTest::newRow("jpeg damaged") << "b.jpg" << bytesMaker(jpegBytes(rgb, {.icc = damaged}));
    QTest::newRow("jpeg nonsense") << "b.jpg" << bytesMaker(jpegBytes(rgb, {.icc = nonsense}));
    QTest::newRow("webp") << "b.webp" << bytesMaker(webpBytes(rgb, damaged));
    QTest::newRow("tiff") << "b.tif" << Maker([=](const fs::path& path) {
        writeTiffFile(path, rgb, {.icc = damaged});
    });
    QTest::newRow("of another kind")
        << "b.jpg" << bytesMaker(jpegBytes(grey, {.icc = srgbProfile()}));
    // libpng drops it on its own; put it behind libpng's back.
    Bytes png = pngBytes(rgb, {.icc = srgbProfile()});
    const char name[] = "iCCP";
    const auto chunk = std::search(png.begin(), png.end(), name, name + 4);
    for (int i = 20; i < 40; ++i)
        *(chunk + i) ^= 0x33;
    QTest::newRow("png") << "b.png" << bytesMaker(png);
}

void TestPhotoReader::replacesBadProfile()
{
    QFETCH(QString, name);
    QFETCH(Maker, make);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QVERIFY(photo->icc.empty());
    QVERIFY(!photo->warnings.empty());
    QVERIFY(QString::fromStdString(photo->warnings[0]).contains(name));
    QVERIFY(QString::fromStdString(photo->warnings[0]).contains("sRGB"));
}

void TestPhotoReader::survivesBadExif()
{
    const cv::Mat picture = testPicture({40, 30}, CV_8UC3);
    const fs::path path = at("exif.jpg");
    writeBytes(path, withExif(jpegBytes(picture), Bytes(200, 0xAB)));
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->pixels.size(), picture.size());
    QCOMPARE(photo->warnings.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(photo->warnings[0]).contains("exif.jpg"));
}

void TestPhotoReader::knowsOrientation_data()
{
    QTest::addColumn<bool>("tiff");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("tiff %d", orientation) << true << orientation;
        QTest::addRow("png %d", orientation) << false << orientation;
    }
}

void TestPhotoReader::knowsOrientation()
{
    QFETCH(bool, tiff);
    QFETCH(int, orientation);
    // Upright: 2 rows of 3. What is stored, so that the orientation turns it upright (Exif 2.32).
    const cv::Mat upright = (cv::Mat_<std::uint8_t>(2, 3) << 1, 2, 3, 4, 5, 6);
    const cv::Mat stored[] = {
        upright,
        (cv::Mat_<std::uint8_t>(2, 3) << 3, 2, 1, 6, 5, 4),
        (cv::Mat_<std::uint8_t>(2, 3) << 6, 5, 4, 3, 2, 1),
        (cv::Mat_<std::uint8_t>(2, 3) << 4, 5, 6, 1, 2, 3),
        (cv::Mat_<std::uint8_t>(3, 2) << 1, 4, 2, 5, 3, 6),
        (cv::Mat_<std::uint8_t>(3, 2) << 3, 6, 2, 5, 1, 4),
        (cv::Mat_<std::uint8_t>(3, 2) << 6, 3, 5, 2, 4, 1),
        (cv::Mat_<std::uint8_t>(3, 2) << 4, 1, 5, 2, 6, 3),
    };
    const cv::Mat& lying = stored[orientation - 1];
    const fs::path path = at(tiff ? "turned.tif" : "turned.png");
    if (tiff) {
        writeTiffFile(path, lying, {.orientation = orientation});
    } else {
        writeBytes(path, pngBytes(lying));
        const Exiv2Session session;
        const auto image = Exiv2::ImageFactory::open(path.string());
        image->readMetadata();
        image->exifData()["Exif.Image.Orientation"] = std::uint16_t(orientation);
        image->writeMetadata();
    }
    Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->orientation, orientation);
    const Photo turned = uprighted(std::move(*photo));
    QCOMPARE(turned.orientation, 1);
    QCOMPARE(turned.pixels.size(), upright.size());
    QCOMPARE(largestDifference(turned.pixels, upright), 0.0);
}

void TestPhotoReader::firstPageOnly()
{
    const fs::path path = at("pages.tif");
    const cv::Mat first = testPicture({20, 10}, CV_8UC1);
    writeTiffFile(path, first);
    TIFF* tiff = TIFFOpen(path.c_str(), "a");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 4);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 1);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    std::uint8_t row[4] = {};
    TIFFWriteScanline(tiff, row, 0);
    TIFFClose(tiff);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(largestDifference(photo->pixels, first), 0.0);
    QCOMPARE(photo->warnings.size(), std::size_t(1));
}

void TestPhotoReader::leavesTheSourceAlone()
{
    const fs::path path = at("untouched.jpg");
    writeBytes(path, jpegBytes(testPicture({64, 64}, CV_8UC3)));
    const Bytes before = readBytes(path);
    const auto time = fs::last_write_time(path);
    QVERIFY(readPhoto(path));
    QVERIFY(readPhotoHeader(path));
    QVERIFY(readBytes(path) == before);
    QVERIFY(fs::last_write_time(path) == time);
}

void TestPhotoReader::canBeCancelled()
{
    const fs::path path = at("cancel.png");
    writeBytes(path, pngBytes(testPicture({64, 2000}, CV_8UC3)));
    Progress progress([&progress](double fraction, std::string_view) {
        if (fraction > 0.2)
            progress.cancel();
    });
    const Result<Photo> photo = readPhoto(path, progress);
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, ErrorCode::Cancelled);
}

void TestPhotoReader::readsInParallel()
{
    const fs::path path = at("parallel.png");
    writeBytes(path, pngBytes(testPicture({50, 50}, CV_8UC3)));
    {
        const Exiv2Session session;
        const auto image = Exiv2::ImageFactory::open(path.string());
        image->readMetadata();
        image->xmpData()["Xmp.dc.title"] = "title";
        image->writeMetadata();
    }
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i) {
                const Result<Photo> photo = readPhoto(path);
                good += photo && photo->metadata.value("Xmp.dc.title") == "title";
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(good.load(), 100);
}

QTEST_GUILESS_MAIN(TestPhotoReader)
#include "test_photo_reader.moc"
