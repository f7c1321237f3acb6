// Which page of a TIFF is the photo, and which TIFFs are none: camera raw.

#include "core/base/text.h"
#include "core/photo/formats/recognition.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/small_picture.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// A page of one grey.
struct Page
{
    cv::Size size;
    std::uint8_t grey = 0;
    int kind = 0;        ///< NewSubfileType
    int orientation = 0; ///< 0: not said
    bool under = false;  ///< subordinate to the page before
    int photometric = PHOTOMETRIC_MINISBLACK;
    int compression = COMPRESSION_NONE;
    bool dng = false;
};

void writePages(const fs::path& path, const std::vector<Page>& pages)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = pages[i];
        TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.size.width);
        TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.size.height);
        TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, page.photometric);
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, page.size.height);
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, page.kind);
        if (page.orientation)
            TIFFSetField(tiff, TIFFTAG_ORIENTATION, page.orientation);
        if (page.dng)
            TIFFSetField(tiff, TIFFTAG_DNGVERSION, "\1\4\0\0");
        std::vector<std::uint64_t> under;
        for (std::size_t next = i + 1; next < pages.size() && pages[next].under && !page.under;
             ++next)
            under.push_back(0);
        if (!under.empty())
            TIFFSetField(tiff, TIFFTAG_SUBIFD, std::uint16_t(under.size()), under.data());
        Bytes pixels(std::size_t(page.size.area()), page.grey);
        TIFFWriteEncodedStrip(tiff, 0, pixels.data(), tmsize_t(pixels.size()));
        TIFFWriteDirectory(tiff);
    }
    TIFFClose(tiff);
}

/// Puts a tag that libtiff would not write in the place of another: of the first or last page that
/// has it with this value.
void replaceTag(const fs::path& path, bool last, std::array<std::uint16_t, 3> from,
                std::array<std::uint16_t, 3> to)
{
    const auto entry = [](const std::array<std::uint16_t, 3>& tag) {
        const unsigned numbers[] = {tag[0], tag[1], 1, 0, tag[2]};
        Bytes out(10);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = std::uint8_t(numbers[i / 2] >> (i % 2 * 8));
        return out; // tag, type, count, value
    };
    Bytes bytes = readBytes(path);
    const Bytes before = entry(from);
    const Bytes after = entry(to);
    const auto at = last ? std::find_end(bytes.begin(), bytes.end(), before.begin(), before.end())
                         : std::search(bytes.begin(), bytes.end(), before.begin(), before.end());
    if (at == bytes.end())
        qFatal("no such tag");
    std::copy(after.begin(), after.end(), at);
    writeBytes(path, bytes);
}

PictureMaker pagesMaker(std::vector<Page> pages, std::uint16_t compression = 0, bool oldTag = false)
{
    return [=](const fs::path& path) {
        writePages(path, pages);
        constexpr std::uint16_t isShort = TIFF_SHORT;
        if (compression)
            replaceTag(path, true, {TIFFTAG_COMPRESSION, isShort, COMPRESSION_NONE},
                       {TIFFTAG_COMPRESSION, isShort, compression});
        if (oldTag)
            replaceTag(path, false, {TIFFTAG_SUBFILETYPE, TIFF_LONG, FILETYPE_REDUCEDIMAGE},
                       {TIFFTAG_OSUBFILETYPE, isShort, OFILETYPE_REDUCEDIMAGE});
    };
}

} // namespace

class TestTiffPages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void takesThePhoto_data();
    void takesThePhoto();
    void takesThePageAskedFor_data();
    void takesThePageAskedFor();
    void otherFormatsHaveOnePage();
    void takesOrientationOfTheFirstPage();
    void refusesCameraRaw_data();
    void refusesCameraRaw();
    void recognisesTiffs_data();
    void recognisesTiffs();
    void resultIsNoDng();
};

void TestTiffPages::takesThePhoto_data()
{
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<int>("grey"); // of the page that is the photo
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("says");
    const Page small = {.size = {16, 12}, .grey = 10, .kind = FILETYPE_REDUCEDIMAGE};
    const Page mask = {.size = {80, 60}, .grey = 20, .kind = FILETYPE_MASK};
    const Page full = {.size = {40, 30}, .grey = 30};
    const Page larger = {.size = {50, 30}, .grey = 40, .kind = FILETYPE_PAGE};
    Page under = full;
    under.under = true;
    Page largeCopy = small;
    largeCopy.size = {90, 70};
    const auto row = [](const char* tag, std::vector<Page> pages, const Page& photo,
                        const char* says = "") {
        QTest::newRow(tag) << pagesMaker(std::move(pages)) << int(photo.grey)
                           << QSize(photo.size.width, photo.size.height) << QString(says);
    };
    row("one", {full}, full);
    row("reduced copy first", {small, full}, full);
    QTest::newRow("reduced copy first, by the old tag")
        << pagesMaker({small, full}, 0, true) << int(full.grey) << QSize(40, 30) << QString();
    row("reduced copy above the photo", {small, under}, full);
    row("reduced copy last", {full, small}, full);
    row("reduced copy last, larger", {full, largeCopy}, full);
    row("mask first", {mask, full}, full);
    row("mask last", {full, mask}, full);
    row("two photos", {full, larger}, full, "first");
    row("two photos behind a copy", {small, full, larger}, larger, "largest");
    row("two photos, each with a copy", {small, larger, small, full}, larger, "largest");
    row("only a copy", {small}, small, "reduced");
}

void TestTiffPages::takesThePhoto()
{
    QFETCH(PictureMaker, make);
    QFETCH(int, grey);
    QFETCH(QSize, size);
    QFETCH(QString, says);
    const fs::path path = at("pages.tif");
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY2(photo, photo ? "" : inWords(photo.error().message).c_str());
    QCOMPARE(QSize(photo->pixels.cols, photo->pixels.rows), size);
    QCOMPARE(cv::norm(photo->pixels, cv::Mat(photo->pixels.size(), CV_8UC1, cv::Scalar(grey)),
                      cv::NORM_INF),
             0.0);
    QCOMPARE(photo->warnings.size(), says.isEmpty() ? std::size_t(0) : std::size_t(1));
    if (!says.isEmpty())
        QVERIFY2(QString::fromStdString(inWords(photo->warnings[0])).contains(says),
                 inWords(photo->warnings[0]).c_str());
    const Result<PhotoHeader> header = readPhotoHeader(path);
    QVERIFY(header);
    QCOMPARE(QSize(header->width, header->height), size);
}

void TestTiffPages::takesThePageAskedFor_data()
{
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("grey"); // -1: there is no such page
    const Page copy = {.size = {16, 12}, .grey = 10, .kind = FILETYPE_REDUCEDIMAGE};
    const Page first = {.size = {40, 30}, .grey = 30};
    const Page second = {.size = {50, 30}, .grey = 40, .kind = FILETYPE_PAGE};
    const Page third = {.size = {30, 30}, .grey = 50, .kind = FILETYPE_PAGE};
    const auto row = [](const char* tag, std::vector<Page> pages, int page, int grey) {
        QTest::newRow(tag) << pagesMaker(std::move(pages)) << page << grey;
    };
    row("the first", {first, second, third}, 1, 30);
    row("the second", {first, second, third}, 2, 40);
    row("the last", {first, second, third}, 3, 50);
    row("one too many", {first, second, third}, 4, -1);
    row("copies do not count", {copy, first, copy, second}, 2, 40);
    row("copies at the end do not count", {first, copy}, 2, -1);
    row("the only one", {first}, 1, 30);
    row("the only one, a copy", {copy}, 1, 10);
}

void TestTiffPages::takesThePageAskedFor()
{
    QFETCH(PictureMaker, make);
    QFETCH(int, page);
    QFETCH(int, grey);
    const PhotoId id(at("numbered.tif"), page);
    make(id.path);
    const Result<Photo> photo = readPhoto(id);
    const Result<PhotoHeader> header = readPhotoHeader(id);
    const auto small = readSmallPicture(id, 8);
    if (grey < 0) {
        QVERIFY(!photo && !header && !small);
        QCOMPARE(photo.error().code, ErrorCode::NotFound);
        const QString sentence = QString::fromStdString(inWords(photo.error().message));
        QVERIFY2(sentence.contains(QString::number(page)), qPrintable(sentence));
        return;
    }
    QVERIFY2(photo, photo ? "" : inWords(photo.error().message).c_str());
    QVERIFY(photo->source == id);
    QVERIFY2(photo->warnings.empty(),
             photo->warnings.empty() ? "" : inWords(photo->warnings[0]).c_str());
    QCOMPARE(int(photo->pixels.at<std::uint8_t>(0, 0)), grey);
    QCOMPARE(header->width, photo->pixels.cols);
    QCOMPARE(int(small->at<std::uint8_t>(0, 0)), grey);
    QVERIFY(photo->fingerprint() != photo->sourceSha256);
}

void TestTiffPages::otherFormatsHaveOnePage()
{
    const fs::path path = at("one.png");
    writeBytes(path, pngBytes(testPicture({40, 30}, CV_8UC3)));
    QVERIFY(readPhoto(PhotoId(path, 1)));
    QCOMPARE(readPhoto(PhotoId(path, 2)).error().code, ErrorCode::NotFound);
    QCOMPARE(readPhotoHeader(PhotoId(path, 2)).error().code, ErrorCode::NotFound);
}

void TestTiffPages::takesOrientationOfTheFirstPage()
{
    const fs::path path = at("turned.tif");
    const Page copy = {.size = {16, 12}, .kind = FILETYPE_REDUCEDIMAGE, .orientation = 6};
    writePages(path, {copy, {.size = {40, 30}, .under = true}});
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->orientation, 6);
    writePages(path, {copy, {.size = {40, 30}, .orientation = 3, .under = true}});
    const Result<Photo> own = readPhoto(path);
    QVERIFY(own);
    QCOMPARE(own->orientation, 3);
}

void TestTiffPages::refusesCameraRaw_data()
{
    QTest::addColumn<PictureMaker>("make");
    const Page small = {.size = {16, 12}, .kind = FILETYPE_REDUCEDIMAGE};
    const Page full = {.size = {40, 30}, .under = true};
    Page dng = small;
    dng.dng = true;
    Page filters = full;
    filters.photometric = 32803;
    Page linear = full;
    linear.photometric = 34892;
    Page alone = filters;
    alone.under = false;
    QTest::newRow("DNG") << pagesMaker({dng, full});
    QTest::newRow("DNG without a copy") << pagesMaker({{.size = {40, 30}, .dng = true}});
    QTest::newRow("colour filters under the copy") << pagesMaker({small, filters});
    QTest::newRow("colour filters behind a copy and a preview")
        << pagesMaker({small, full, {.size = {20, 20}}, alone});
    QTest::newRow("colour filters alone") << pagesMaker({alone});
    QTest::newRow("linear raw") << pagesMaker({small, linear});
    for (const int compression : {32767, 32769, 32770, 34713, 65000, 65535})
        QTest::addRow("packed as %d", compression)
            << pagesMaker({small, full}, std::uint16_t(compression));
    const auto begins = [](Bytes head) {
        head.resize(2000, 7);
        return bytesMaker(std::move(head));
    };
    QTest::newRow("CR2") << begins({'I', 'I', 42, 0, 16, 0, 0, 0, 'C', 'R', 2, 0});
    QTest::newRow("IIQ") << begins(
        {'I', 'I', 42, 0, 16, 0, 0, 0, 'I', 'I', 'I', 'I', 'T', 'w', 'a', 'R'});
    QTest::newRow("CR3") << begins({0, 0, 0, 24, 'f', 't', 'y', 'p', 'c', 'r', 'x', ' '});
    QTest::newRow("ORF") << begins({'I', 'I', 'R', 'O', 8, 0, 0, 0});
    QTest::newRow("RW2") << begins({'I', 'I', 'U', 0, 24, 0, 0, 0});
    QTest::newRow("RAF") << begins(
        {'F', 'U', 'J', 'I', 'F', 'I', 'L', 'M', 'C', 'C', 'D', '-', 'R', 'A', 'W'});
    QTest::newRow("X3F") << begins({'F', 'O', 'V', 'b'});
    QTest::newRow("MRW") << begins({0, 'M', 'R', 'M'});
}

void TestTiffPages::refusesCameraRaw()
{
    QFETCH(PictureMaker, make);
    const fs::path path = at("raw.tif");
    make(path);
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, ErrorCode::UnsupportedFormat);
    const QString sentence = QString::fromStdString(inWords(photo.error().message));
    QVERIFY2(sentence.contains("camera raw") && sentence.contains("raw.tif"), qPrintable(sentence));
    const Result<PhotoHeader> header = readPhotoHeader(path);
    QVERIFY(!header);
    QCOMPARE(inWords(header.error().message), inWords(photo.error().message));
    FileSource bytes(path);
    const Recognition found = recognise(bytes);
    QVERIFY(found.cameraRaw && !found.format);
}

void TestTiffPages::recognisesTiffs_data()
{
    QTest::addColumn<Bytes>("bytes");
    QTest::addColumn<bool>("raw");
    const fs::path path = at("kinds.tif");
    const auto tiff = [&](const TiffOptions& options) {
        writeTiffFile(path, testPicture({40, 30}, CV_8UC3), options);
        return readBytes(path);
    };
    QTest::newRow("little-endian") << tiff({}) << false;
    QTest::newRow("big-endian") << tiff({.bigEndian = true}) << false;
    QTest::newRow("BigTIFF") << tiff({.bigTiff = true}) << false;
    Bytes bigEndian = tiff({.bigEndian = true});
    const auto photometric = std::array<std::uint8_t, 9>{1, 6, 0, 3, 0, 0, 0, 1, 0};
    const auto entry =
        std::search(bigEndian.begin(), bigEndian.end(), photometric.begin(), photometric.end());
    QVERIFY(entry != bigEndian.end());
    entry[8] = 0x80; // 32803, a sensor's colour filters
    entry[9] = 0x23;
    QTest::newRow("big-endian, of a sensor") << bigEndian << true;
    // A directory that is its own successor, one that is nowhere, none at all.
    Bytes circle = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0};
    QTest::newRow("in a circle") << circle << false;
    circle[10] = 200;
    QTest::newRow("to nowhere") << circle << false;
    QTest::newRow("only a head") << Bytes(circle.begin(), circle.begin() + 8) << false;
    QTest::newRow("entries without end")
        << Bytes{'I', 'I', 43, 0, 8,   0,   0,   0,   16,  0,   0,   0,
                 0,   0,   0,  0, 255, 255, 255, 255, 255, 255, 255, 255}
        << false;
}

void TestTiffPages::recognisesTiffs()
{
    QFETCH(Bytes, bytes);
    QFETCH(bool, raw);
    MemorySource source(bytes);
    const Recognition found = recognise(source);
    QCOMPARE(found.cameraRaw, raw);
    QCOMPARE(found.format, raw ? nullptr : &factsOf(FileFormat::Tiff));
}

void TestTiffPages::resultIsNoDng()
{
    // A converter's JPEG may still carry what its DNG said.
    const fs::path path = at("converted.jpg");
    writeBytes(path, jpegBytes(testPicture({40, 30}, CV_8UC3)));
    {
        const Exiv2Session session;
        const auto image = Exiv2::ImageFactory::open(path.string());
        image->readMetadata();
        image->exifData()["Exif.Image.DNGVersion"] = "1 4 0 0";
        image->exifData()["Exif.Image.UniqueCameraModel"] = "A Camera";
        image->exifData()["Exif.Image.Make"] = "A Maker";
        image->exifData()["Exif.Image.TIFFEPStandardID"] = "1 0 0 0";
        image->writeMetadata();
    }
    const Result<Photo> photo = readPhoto(path);
    QVERIFY(photo);
    QCOMPARE(photo->metadata.value("Exif.Image.UniqueCameraModel"), std::string("A Camera"));
    const Metadata result = resultMetadata(*photo, {"Model", "0123", {}}, {40, 30}, true);
    for (const char* key :
         {"Exif.Image.DNGVersion", "Exif.Image.UniqueCameraModel", "Exif.Image.TIFFEPStandardID"})
        QVERIFY2(result.value(key).empty(), key);
    QCOMPARE(result.value("Exif.Image.Make"), std::string("A Maker"));
}

QTEST_GUILESS_MAIN(TestTiffPages)
#include "test_tiff_pages.moc"
