// What a photo says of itself beside its pixels: size, resolution, profile, orientation.

#include "core/base/text.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/photo_reader.h"
#include "core/photo/profile/colour_space.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

class TestPhotoReaderFacts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
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
};

void TestPhotoReaderFacts::readsHeaders_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
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
    QTest::newRow("tiff") << "h.tif" << PictureMaker([size](const fs::path& path) {
        writeTiffFile(path, testPicture(size, CV_16UC3));
    }) << 3 << 16;
    QTest::newRow("webp") << "h.webp" << bytesMaker(webpBytes(testPicture(size, CV_8UC3))) << 3
                          << 8;
    QTest::newRow("bmp") << "h.bmp" << bytesMaker(bmpBytes(31, 17, 24, 0, {}, Bytes(96 * 17))) << 3
                         << 8;
}

void TestPhotoReaderFacts::readsHeaders()
{
    QFETCH(QString, name);
    QFETCH(PictureMaker, make);
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

void TestPhotoReaderFacts::keepsResolution_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<double>("perInch");
    const cv::Mat picture = testPicture({20, 20}, CV_8UC3);
    QTest::newRow("jpeg inch") << "r.jpg"
                               << bytesMaker(jpegBytes(picture, {.densityUnit = 1, .density = 600}))
                               << 600.0;
    QTest::newRow("jpeg centimetre")
        << "r.jpg" << bytesMaker(jpegBytes(picture, {.densityUnit = 2, .density = 100})) << 254.0;
    QTest::newRow("jpeg aspect only") << "r.jpg" << bytesMaker(jpegBytes(picture)) << 0.0;
    QTest::newRow("png") << "r.png" << bytesMaker(pngBytes(picture, {.perMetre = 11811})) << 300.0;
    QTest::newRow("tiff") << "r.tif" << PictureMaker([picture](const fs::path& path) {
        writeTiffFile(path, picture, {.dpi = 4800});
    }) << 4800.0;
    QTest::newRow("bmp") << "r.bmp" << bytesMaker(bmpBytes(1, 1, 24, 0, {}, {1, 2, 3, 0})) << 300.0;
}

void TestPhotoReaderFacts::keepsResolution()
{
    QFETCH(QString, name);
    QFETCH(PictureMaker, make);
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

void TestPhotoReaderFacts::keepsProfile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
    const cv::Mat picture = testPicture({20, 20}, CV_8UC3);
    QTest::newRow("jpeg") << "p.jpg" << bytesMaker(jpegBytes(picture, {.icc = srgbProfile()}));
    QTest::newRow("png") << "p.png" << bytesMaker(pngBytes(picture, {.icc = srgbProfile()}));
    QTest::newRow("webp") << "p.webp" << bytesMaker(webpBytes(picture, srgbProfile()));
    QTest::newRow("tiff") << "p.tif" << PictureMaker([picture](const fs::path& path) {
        writeTiffFile(path, picture, {.icc = srgbProfile()});
    });
}

void TestPhotoReaderFacts::keepsProfile()
{
    QFETCH(QString, name);
    QFETCH(PictureMaker, make);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QVERIFY(photo->icc == srgbProfile());
    QVERIFY(photo->warnings.empty());
}

void TestPhotoReaderFacts::replacesBadProfile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PictureMaker>("make");
    const cv::Mat rgb = testPicture({20, 20}, CV_8UC3);
    const cv::Mat grey = testPicture({20, 20}, CV_8UC1);
    Bytes damaged = srgbProfile();
    std::fill(damaged.begin() + 128, damaged.end(), std::uint8_t(0xEE));
    const Bytes nonsense(300, 7);
    QTest::newRow("jpeg damaged") << "b.jpg" << bytesMaker(jpegBytes(rgb, {.icc = damaged}));
    QTest::newRow("jpeg nonsense") << "b.jpg" << bytesMaker(jpegBytes(rgb, {.icc = nonsense}));
    QTest::newRow("webp") << "b.webp" << bytesMaker(webpBytes(rgb, damaged));
    QTest::newRow("tiff") << "b.tif" << PictureMaker([=](const fs::path& path) {
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

void TestPhotoReaderFacts::replacesBadProfile()
{
    QFETCH(QString, name);
    QFETCH(PictureMaker, make);
    const fs::path path = at(name.toUtf8().constData());
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QVERIFY(photo->icc.empty());
    QVERIFY(!photo->warnings.empty());
    QVERIFY(QString::fromStdString(inWords(photo->warnings[0])).contains(name));
    QVERIFY(QString::fromStdString(inWords(photo->warnings[0])).contains("sRGB"));
}

void TestPhotoReaderFacts::survivesBadExif()
{
    const cv::Mat picture = testPicture({40, 30}, CV_8UC3);
    const fs::path path = at("exif.jpg");
    writeBytes(path, withExif(jpegBytes(picture), Bytes(200, 0xAB)));
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->pixels.size(), picture.size());
    QCOMPARE(photo->warnings.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(inWords(photo->warnings[0])).contains("exif.jpg"));
}

void TestPhotoReaderFacts::knowsOrientation_data()
{
    QTest::addColumn<bool>("tiff");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("tiff %d", orientation) << true << orientation;
        QTest::addRow("png %d", orientation) << false << orientation;
    }
}

void TestPhotoReaderFacts::knowsOrientation()
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

QTEST_GUILESS_MAIN(TestPhotoReaderFacts)
#include "test_photo_reader_facts.moc"
