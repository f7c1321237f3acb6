// Scanning resolution, from source to result.

#include "core/base/text.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/metadata/resolution.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "core/photo/profile/colour_space.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::FileFormat)
Q_DECLARE_METATYPE(autochrome::Resolution)

using Unit = Resolution::Unit;

class TestResolution : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const std::string& name) const
    {
        return fs::path(folder_.path().toStdString()) / name;
    }

private Q_SLOTS:
    void believesTheLikelier_data();
    void believesTheLikelier();
    void comesThrough_data();
    void comesThrough();
};

void TestResolution::believesTheLikelier_data()
{
    QTest::addColumn<int>("jfifUnit");
    QTest::addColumn<int>("jfif");
    QTest::addColumn<int>("exifUnit"); // 0: no Exif
    QTest::addColumn<int>("exif");
    QTest::addColumn<Resolution>("expected");
    const auto row = [](const char* tag, int jfifUnit, int jfif, int exifUnit, int exif,
                        Resolution expected) {
        QTest::newRow(tag) << jfifUnit << jfif << exifUnit << exif << expected;
    };
    row("a scanner's Exif, a program's JFIF", 1, 72, 2, 300, {300, 300, Unit::Inch});
    row("the same with another made-up one", 1, 96, 2, 300, {300, 300, Unit::Inch});
    row("the same in centimetres", 1, 72, 3, 118, {118, 118, Unit::Centimetre});
    row("the other way round", 1, 300, 2, 72, {300, 300, Unit::Inch});
    row("only JFIF", 1, 240, 0, 0, {240, 240, Unit::Inch});
    row("JFIF without a unit", 0, 1, 2, 300, {300, 300, Unit::Inch});
    row("Exif without a unit", 1, 240, 1, 1, {240, 240, Unit::Inch});
    row("neither with a unit", 0, 1, 1, 600, {600, 600, Unit::None});
    row("neither", 0, 1, 0, 0, {});
}

void TestResolution::believesTheLikelier()
{
    QFETCH(int, jfifUnit);
    QFETCH(int, jfif);
    QFETCH(int, exifUnit);
    QFETCH(int, exif);
    QFETCH(Resolution, expected);
    const fs::path path = at("said.jpg");
    writeBytes(path, jpegBytes(testPicture({20, 10}, CV_8UC3),
                               {.densityUnit = jfifUnit, .density = jfif}));
    if (exifUnit) {
        const Exiv2Session session;
        const auto image = Exiv2::ImageFactory::open(path.string());
        image->readMetadata();
        image->exifData()["Exif.Image.XResolution"] = Exiv2::URational(std::uint32_t(exif), 1);
        image->exifData()["Exif.Image.YResolution"] = Exiv2::URational(std::uint32_t(exif), 1);
        image->exifData()["Exif.Image.ResolutionUnit"] = std::uint16_t(exifUnit);
        image->writeMetadata();
    }
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->resolution.unit, expected.unit);
    QCOMPARE(photo->resolution.x, expected.x);
    QCOMPARE(photo->resolution.y, expected.y);
}

void TestResolution::comesThrough_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<Resolution>("given");
    QTest::addColumn<int>("orientation");
    const std::pair<const char*, Resolution> given[] = {
        {"per inch", {1200, 600, Unit::Inch}},
        {"per centimetre", {400, 200, Unit::Centimetre}},
        {"without a unit", {3, 2, Unit::None}},
        {"many without a unit", {300, 600, Unit::None}},
    };
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP}) {
        for (const auto& [tag, resolution] : given) {
            for (const int orientation : {1, 3, 6})
                QTest::addRow("%s %s, orientation %d", formatName(format), tag, orientation)
                    << format << resolution << orientation;
        }
    }
}

/// From a TIFF of that resolution, which is turned upright, into a result of each format.
void TestResolution::comesThrough()
{
    QFETCH(FileFormat, format);
    QFETCH(Resolution, given);
    QFETCH(int, orientation);
    const fs::path source = at("source.tif");
    writeTiffFile(source, testPicture({20, 10}, CV_8UC3), {.orientation = orientation});
    TIFF* tiff = TIFFOpen(source.c_str(), "r+");
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, given.x);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, given.y);
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT,
                 given.unit == Unit::None   ? RESUNIT_NONE
                 : given.unit == Unit::Inch ? RESUNIT_INCH
                                            : RESUNIT_CENTIMETER);
    TIFFRewriteDirectory(tiff);
    TIFFClose(tiff);
    Result<Photo> read = readPhoto(source);
    QVERIFY(read);
    const Photo photo = uprighted(std::move(*read));
    if (orientation == 6)
        std::swap(given.x, given.y);

    const ResultInfo info{srgbProfile(),
                          resultMetadata(photo, {"Model", "0123", {}}, photo.pixels.size(), true),
                          photo.resolution};
    MatRowSource rows(photo.pixels);
    const Result<WrittenPhoto> written = writePhoto(
        rows, info, at("result"), {.format = format, .overwrite = Overwrite::Replace}, source);
    QVERIFY2(written, written ? "" : inWords(written.error().message).c_str());
    const Result<Photo> back = readPhoto(written->path);
    QVERIFY(back);
    QCOMPARE(back->resolution.x / back->resolution.y, given.x / given.y);
    QCOMPARE(back->resolution.unit == Unit::None, given.unit == Unit::None);
    if (given.unit != Unit::None) {
        const auto perInch = [](const Resolution& one) {
            return one.x * (one.unit == Unit::Centimetre ? 2.54 : 1);
        };
        QVERIFY(std::abs(perInch(back->resolution) - perInch(given)) < 0.51); // JFIF's are whole
    }
    // Exif says nothing else than the format itself.
    const Resolution exif = resolutionOf(back->metadata);
    QCOMPARE(exif.x, given.x);
    QCOMPARE(exif.y, given.y);
    QCOMPARE(exif.unit, given.unit);
}

QTEST_GUILESS_MAIN(TestResolution)
#include "test_resolution.moc"
