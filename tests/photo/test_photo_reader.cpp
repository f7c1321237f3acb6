#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/photo_reader.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>
#include <thread>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(cv::Mat)

class TestPhotoReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void readsPixels_data();
    void readsPixels();
    void convertsInks_data();
    void convertsInks();
    void takesTheWholeFile();
    void firstPageOnly();
    void leavesTheSourceAlone();
    void canBeCancelled();
    void readsInParallel();
};

void TestPhotoReader::readsPixels_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<cv::Mat>("expected");
    QTest::addColumn<double>("tolerance");

    const cv::Size size(61, 47);
    const cv::Mat grey = testPicture(size, CV_8UC1);
    const cv::Mat rgb = testPicture(size, CV_8UC3);
    const cv::Mat rgba = testPicture(size, CV_8UC4);
    const cv::Mat grey16 = testPicture(size, CV_16UC1);
    const cv::Mat rgb16 = testPicture(size, CV_16UC3);
    const cv::Mat rgba16 = testPicture(size, CV_16UC4);
    const auto row = [](const char* tag, const char* name, PictureMaker make,
                        const cv::Mat& expected, double tolerance = 0) {
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

    const auto tiff = [](const cv::Mat& picture, TiffOptions options = {}) -> PictureMaker {
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
    QFETCH(PictureMaker, make);
    QFETCH(cv::Mat, expected);
    QFETCH(double, tolerance);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY2(photo, photo ? "" : inWords(photo.error().message).c_str());
    QCOMPARE(photo->pixels.size(), expected.size());
    QCOMPARE(photo->pixels.type(), expected.type());
    QVERIFY(largestDifference(photo->pixels, expected) <= tolerance);
    QVERIFY(photo->warnings.empty());
    QCOMPARE(photo->orientation, 1);
    QCOMPARE(photo->source, path);
}

void TestPhotoReader::convertsInks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<double>("tolerance");
    // Cyan ink 40 %, no magenta, 20 % yellow, 10 % black, by the plain formula.
    const cv::Mat inks(16, 16, CV_8UC4, cv::Scalar(102, 0, 51, 25));
    QTest::newRow("jpeg") << "inks.jpg" << bytesMaker(jpegBytes(inks)) << 4.0;
    QTest::newRow("jpeg of adobe")
        << "inks.jpg" << bytesMaker(jpegBytes(cv::Scalar::all(255) - inks, {.adobeInks = true}))
        << 5.0;
    QTest::newRow("tiff") << "inks.tif" << PictureMaker([inks](const fs::path& path) {
        writeTiffFile(path, inks, {.cmyk = true});
    }) << 1.0;
    QTest::newRow("tiff planes") << "inks.tif" << PictureMaker([inks](const fs::path& path) {
        writeTiffFile(path, inks, {.separate = true, .cmyk = true});
    }) << 1.0;
}

void TestPhotoReader::convertsInks()
{
    QFETCH(QString, name);
    QFETCH(PictureMaker, make);
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
    Progress progress([&progress](double fraction, const Message&) {
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
