// What is not read, and what is said of it.

#include "core/base/text.h"
#include "core/photo/photo_reader.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>
#include <sys/stat.h>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::ErrorCode)

class TestPhotoReaderRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
};

void TestPhotoReaderRefusals::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* tag, const char* name, PictureMaker make, ErrorCode code,
                        const char* says) {
        QTest::newRow(tag) << QString(name) << std::move(make) << code << QString(says);
    };
    const cv::Mat rgb = testPicture({200, 150}, CV_8UC3);
    const auto cut = [](Bytes bytes, double share) {
        bytes.resize(std::size_t(double(bytes.size()) * share));
        return bytesMaker(std::move(bytes));
    };
    const auto cutTiff = [&rgb](int compression, int tile, double share) -> PictureMaker {
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

void TestPhotoReaderRefusals::refuses()
{
    QFETCH(QString, name);
    QFETCH(PictureMaker, make);
    QFETCH(ErrorCode, code);
    QFETCH(QString, says);
    QTemporaryDir own;
    const fs::path path = fs::path(own.path().toStdString()) / name.toStdString();
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, code);
    const QString sentence = QString::fromStdString(inWords(photo.error().message));
    QVERIFY2(sentence.contains(name), qPrintable(sentence));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestPhotoReaderRefusals)
#include "test_photo_reader_refusals.moc"
