#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/format_writer.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "core/photo/profile/colour_space.h"
#include "picture_files.h"
#include "source_photos.h"
#include "tests/support/profiles.h"

#include <QTemporaryDir>
#include <QtTest>
#include <thread>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::FileFormat)

namespace {

const Provenance house{"House Model v1", "0123abcd", {{"size", "512"}}};

double psnr(const cv::Mat& a, const cv::Mat& b)
{
    const double error = cv::norm(a, b, cv::NORM_L2SQR) / double(a.total() * a.channels());
    return error == 0 ? 100 : 10 * std::log10(255 * 255 / error);
}

} // namespace

class TestPhotoWriter : public QObject
{
    Q_OBJECT

private:
    fs::path own_;
    std::unique_ptr<QTemporaryDir> folder_;

    fs::path at(const std::string& name) const { return own_ / name; }
    static ResultInfo plainInfo() { return {srgbProfile(), {}, {}}; }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        own_ = folder_->path().toStdString();
    }

    void roundTrips_data();
    void roundTrips();
    void carriesMetadata_data();
    void carriesMetadata();
    void scannerTiffComesBack();
    void tiffStructureIsItsOwn();
    void refreshesThumbnail();
    void largeMetadata_data();
    void largeMetadata();
    void bigTiffHasSidecar();
    void flattensTransparency();
    void overwriteRules();
    void renamesInParallel();
    void leavesTheSourceAlone();
    void readsStripsInOrder();
};

void TestPhotoWriter::roundTrips_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    const auto rows = [](FileFormat format, std::initializer_list<int> types) {
        for (const int type : types) {
            for (const auto& [width, height] : {std::pair(1, 1), {301, 517}, {1, 3000}, {3000, 1}})
                QTest::addRow("%s %d bit %d channels %d x %d", formatName(format),
                              CV_MAT_DEPTH(type) == CV_16U ? 16 : 8, CV_MAT_CN(type), width, height)
                    << format << type << width << height;
        }
    };
    rows(FileFormat::Jpeg, {CV_8UC1, CV_8UC3});
    rows(FileFormat::Png, {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4});
    rows(FileFormat::Tiff, {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4});
    rows(FileFormat::WebP, {CV_8UC1, CV_8UC3, CV_8UC4});
    rows(FileFormat::Bmp, {CV_8UC1, CV_8UC3, CV_8UC4});
}

void TestPhotoWriter::roundTrips()
{
    QFETCH(FileFormat, format);
    QFETCH(int, type);
    QFETCH(int, width);
    QFETCH(int, height);
    const cv::Mat picture = testPicture({width, height}, type);
    const bool grey = CV_MAT_CN(type) == 1;
    // WebP has no grey, so a grey profile cannot go there.
    const bool greyProfile = grey && format != FileFormat::WebP;
    const ResultInfo info{greyProfile ? testGreyProfile(2.2) : testWideGamutProfile(2.2),
                          {},
                          {300, 300, Resolution::Unit::Inch}};
    MatRowSource rows(picture);
    const Result<WrittenPhoto> written =
        writePhoto(rows, info, at("out"), {.format = format, .quality = 95}, {});
    QVERIFY2(written,
             written ? "" : (inWords(written.error().message) + written.error().detail).c_str());
    QCOMPARE(written->sha256, *sha256OfFile(written->path));
    QCOMPARE(namesIn(own_).size(), std::size_t(1));

    const Result<Photo> back = readPhoto(written->path);
    QVERIFY2(back, back ? "" : inWords(back.error().message).c_str());
    QCOMPARE(back->format, format);
    QCOMPARE(back->pixels.size(), picture.size());
    QVERIFY(back->icc == info.icc);
    QVERIFY(back->warnings.empty());
    if (format != FileFormat::WebP) {
        QCOMPARE(back->resolution.unit, Resolution::Unit::Inch);
        QVERIFY(std::abs(back->resolution.x - 300) < 0.01);
    }
    cv::Mat expected = picture;
    if (format == FileFormat::WebP && grey) {
        expected.create(picture.size(), CV_8UC3);
        const int spread[] = {0, 0, 0, 1, 0, 2};
        cv::mixChannels(&picture, 1, &expected, 1, spread, 3);
    }
    QCOMPARE(back->pixels.type(), expected.type());
    if (format == FileFormat::Jpeg || format == FileFormat::WebP)
        QVERIFY2(psnr(back->pixels, expected) > 30,
                 qPrintable(QString::number(psnr(back->pixels, expected))));
    else
        QCOMPARE(cv::norm(back->pixels, expected, cv::NORM_INF), 0.0);
}

void TestPhotoWriter::carriesMetadata_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<FileFormat>("to");
    for (const char* from : {"source.jpg", "source.png", "source.tif"}) {
        for (const FileFormat to : {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff,
                                    FileFormat::WebP, FileFormat::Bmp})
            QTest::addRow("%s to %s", from, formatName(to)) << from << to;
    }
}

void TestPhotoWriter::carriesMetadata()
{
    QFETCH(QString, from);
    QFETCH(FileFormat, to);
    const fs::path sourcePath = at(from.toStdString());
    const cv::Mat picture = testPicture({80, 60}, CV_8UC3);
    if (from.endsWith("jpg"))
        writeBytes(sourcePath, jpegBytes(picture));
    else if (from.endsWith("png"))
        writeBytes(sourcePath, pngBytes(picture));
    else
        writeTiffFile(sourcePath, picture);
    addTestMetadata(sourcePath, true);
    const Result<Photo> source = readPhoto(sourcePath);
    QVERIFY(source);
    QVERIFY(source->warnings.empty());
    const ResultInfo info{srgbProfile(), resultMetadata(*source, house, {80, 60}, true), {}};
    MatRowSource rows(source->pixels);
    const fs::path target = at("result");
    const Result<WrittenPhoto> written = writePhoto(rows, info, target, {.format = to}, sourcePath);
    QVERIFY2(written,
             written ? "" : (inWords(written.error().message) + written.error().detail).c_str());
    const Result<Photo> back = readPhoto(written->path);
    QVERIFY(back);
    QCOMPARE(fs::exists(at("result.xmp")), to == FileFormat::Bmp);
    QCOMPARE(written->warnings.size(), std::size_t(to == FileFormat::Bmp));

    int compared = 0;
    // What a sidecar says in XMP's own spelling, and IPTC where there is no place for it.
    const bool translated = to == FileFormat::Bmp;
    for (const auto& [key, text] : info.metadata.fields()) {
        const bool iptc = key.starts_with("Iptc.");
        if ((iptc && to == FileFormat::WebP) || (translated && !key.starts_with("Xmp.")))
            continue;
        // Pointers and padding are the file's own.
        if (key.ends_with("Tag") || key.starts_with("Exif.Thumbnail"))
            continue;
        QVERIFY2(back->metadata.value(key) == info.metadata.value(key),
                 (key + ": " + back->metadata.value(key)).c_str());
        ++compared;
    }
    QVERIFY(compared > 15);
    QVERIFY(!back->metadata.value("Exif.Photo.DateTimeOriginal").empty());
    QVERIFY(!back->metadata.value("Exif.GPSInfo.GPSLatitude").empty());
    if (!translated)
        QVERIFY(!back->metadata.value("Exif.Photo.MakerNote").empty());
    if (to == FileFormat::WebP)
        QCOMPARE(back->metadata.value("Xmp.photoshop.City"), std::string("Dresden"));
    else
        QCOMPARE(back->metadata.value("Iptc.Application2.City"), std::string("Dresden"));
    const Provenance found = provenanceOf(back->metadata);
    QCOMPARE(found.modelName, house.modelName);
    QCOMPARE(found.parameters.at("source-sha256"), source->sourceSha256);
}

/// What an archive's scanner makes: 16 bits, a table profile, all kinds of metadata.
void TestPhotoWriter::scannerTiffComesBack()
{
    const fs::path sourcePath = at("scan.tif");
    const cv::Mat picture = testPicture({320, 240}, CV_16UC3);
    const Bytes profile = testScannerProfile();
    writeTiffFile(sourcePath, picture,
                  {.compression = COMPRESSION_LZW,
                   .tile = 64,
                   .bigEndian = true,
                   .dpi = 1200,
                   .icc = profile});
    addTestMetadata(sourcePath);
    const Result<Photo> source = readPhoto(sourcePath);
    QVERIFY(source);
    QCOMPARE(cv::norm(source->pixels, picture, cv::NORM_INF), 0.0);
    const ColourSpace space = ColourSpace::of(*source);
    QVERIFY(!space.isSrgb());
    const ResultInfo info{space.resultSpace().profile(),
                          resultMetadata(*source, house, picture.size(), false),
                          source->resolution};
    MatRowSource rows(source->pixels);
    const Result<WrittenPhoto> written =
        writePhoto(rows, info, at("result.tif"), {.format = FileFormat::Tiff}, sourcePath);
    QVERIFY2(written, written ? "" : written.error().detail.c_str());
    const Result<Photo> back = readPhoto(written->path);
    QVERIFY(back);
    QVERIFY(back->warnings.empty());
    QCOMPARE(back->pixels.type(), CV_16UC3);
    QCOMPARE(cv::norm(back->pixels, picture, cv::NORM_INF), 0.0);
    QVERIFY(back->icc == profile);
    QCOMPARE(back->resolution.x, 1200.0);
    QCOMPARE(back->metadata.value("Exif.Photo.ColorSpace"), std::string("65535"));
    for (const auto& [key, text] : info.metadata.fields())
        QVERIFY2(key.ends_with("Tag") || back->metadata.value(key) == info.metadata.value(key),
                 key.c_str());
    for (const char* key : {"Exif.Image.Make", "Exif.Photo.DateTimeOriginal",
                            "Exif.GPSInfo.GPSLatitude", "Exif.Photo.UserComment",
                            "Iptc.Application2.Keywords", "Xmp.dc.rights", "Xmp.photoshop.Credit"})
        QVERIFY2(!source->metadata.value(key).empty() &&
                     back->metadata.value(key) == source->metadata.value(key),
                 key);
}

void TestPhotoWriter::tiffStructureIsItsOwn()
{
    // A grey, white-is-zero, single-strip source: nothing of that may show in the RGB result.
    const fs::path sourcePath = at("grey.tif");
    writeTiffFile(sourcePath, testPicture({90, 50}, CV_16UC1),
                  {.rowsPerStrip = 50, .minIsWhite = true, .orientation = 6});
    addTestMetadata(sourcePath, true);
    const Result<Photo> source = readPhoto(sourcePath);
    const cv::Mat picture = testPicture({50, 90}, CV_16UC3);
    const ResultInfo info{srgbProfile(), resultMetadata(*source, house, {50, 90}, true), {}};
    MatRowSource rows(picture);
    const Result<WrittenPhoto> written =
        writePhoto(rows, info, at("colour.tif"), {.format = FileFormat::Tiff}, sourcePath);
    QVERIFY(written);
    TIFF* tiff = TIFFOpen(written->path.c_str(), "r");
    QVERIFY(tiff);
    std::uint16_t photometric = 0;
    std::uint16_t samples = 0;
    std::uint16_t bits = 0;
    std::uint16_t orientation = 0;
    std::uint32_t size = 0;
    std::uint32_t width = 0;
    void* bytes = nullptr;
    char* description = nullptr;
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetField(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetField(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetField(tiff, TIFFTAG_ORIENTATION, &orientation);
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
    QVERIFY(TIFFGetField(tiff, TIFFTAG_IMAGEDESCRIPTION, &description));
    QVERIFY(QString(description).contains("Colourised by AI"));
    QVERIFY(TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &bytes));
    QVERIFY(TIFFGetField(tiff, TIFFTAG_XMLPACKET, &size, &bytes));
    QVERIFY(TIFFGetField(tiff, TIFFTAG_RICHTIFFIPTC, &size, &bytes));
    QVERIFY(TIFFLastDirectory(tiff));
    TIFFClose(tiff);
    QCOMPARE(int(photometric), PHOTOMETRIC_RGB);
    QCOMPARE(int(samples), 3);
    QCOMPARE(int(bits), 16);
    QCOMPARE(int(orientation), 1);
    QCOMPARE(int(width), 50);
    const Result<Photo> back = readPhoto(written->path);
    for (const auto& [key, text] : back->metadata.fields())
        QVERIFY2(!key.starts_with("Exif.Thumbnail") && !key.starts_with("Exif.SubImage"),
                 key.c_str());
}

void TestPhotoWriter::refreshesThumbnail()
{
    const fs::path sourcePath = at("old.jpg");
    writeBytes(sourcePath, jpegBytes(testPicture({640, 480}, CV_8UC1)));
    addTestMetadata(sourcePath, true);
    const Result<Photo> source = readPhoto(sourcePath);
    // A picture that is red on the left and blue on the right.
    cv::Mat picture(480, 640, CV_8UC3, cv::Scalar(200, 20, 20));
    picture(cv::Rect(320, 0, 320, 480)).setTo(cv::Scalar(20, 20, 200));
    const ResultInfo info{srgbProfile(), resultMetadata(*source, house, {640, 480}, true), {}};
    MatRowSource rows(picture);
    const Result<WrittenPhoto> written =
        writePhoto(rows, info, at("new.jpg"), {.format = FileFormat::Jpeg}, sourcePath);
    QVERIFY(written);
    Bytes thumbnail;
    {
        const Exiv2Session session;
        const auto image = Exiv2::ImageFactory::open(written->path.string());
        image->readMetadata();
        const Exiv2::DataBuf data = Exiv2::ExifThumbC(image->exifData()).copy();
        // Exiv2 0.27 has members where 0.28 has functions.
        const auto copy = [&thumbnail](const auto& buffer) {
            if constexpr (requires { buffer.c_data(); })
                thumbnail.assign(buffer.c_data(), buffer.c_data() + buffer.size());
            else
                thumbnail.assign(buffer.pData_, buffer.pData_ + buffer.size_);
        };
        copy(data);
    }
    QVERIFY(!thumbnail.empty());
    writeBytes(at("thumbnail.jpg"), thumbnail);
    const Result<Photo> small = readPhoto(at("thumbnail.jpg"));
    QVERIFY2(small, small ? "" : small.error().detail.c_str());
    QCOMPARE(small->pixels.size(), cv::Size(200, 150));
    const auto near = [&](int x, cv::Vec3b colour) {
        return cv::norm(cv::Vec3i(small->pixels.at<cv::Vec3b>(75, x)) - cv::Vec3i(colour)) < 20;
    };
    QVERIFY(near(50, {200, 20, 20}));
    QVERIFY(near(150, {20, 20, 200}));
}

void TestPhotoWriter::largeMetadata_data()
{
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<bool>("sidecar");
    QTest::newRow("jpeg") << FileFormat::Jpeg << true;
    QTest::newRow("png") << FileFormat::Png << false;
    QTest::newRow("tiff") << FileFormat::Tiff << false;
    QTest::newRow("webp") << FileFormat::WebP << false;
}

/// XMP that does not fit into a JPEG's marker of 64 KB.
void TestPhotoWriter::largeMetadata()
{
    QFETCH(FileFormat, format);
    QFETCH(bool, sidecar);
    const fs::path sourcePath = at("source.png");
    writeBytes(sourcePath, pngBytes(testPicture({40, 30}, CV_8UC3)));
    const Result<Photo> source = readPhoto(sourcePath);
    Metadata metadata = resultMetadata(*source, house, {40, 30}, true);
    const std::string story(90'000, 'x');
    {
        const Exiv2Session session;
        metadata.data().xmp["Xmp.photoshop.Instructions"] = story;
    }
    MatRowSource rows(source->pixels);
    const Result<WrittenPhoto> written = writePhoto(rows, {srgbProfile(), metadata, {}},
                                                    at("result"), {.format = format}, sourcePath);
    QVERIFY2(written, written ? "" : written.error().detail.c_str());
    QCOMPARE(fs::exists(at("result.xmp")), sidecar);
    QCOMPARE(written->warnings.size(), std::size_t(sidecar));
    const Result<Photo> back = readPhoto(written->path);
    QVERIFY(back);
    QVERIFY(!back->metadata.value("Exif.Image.Software").empty());
    if (!sidecar)
        QCOMPARE(back->metadata.value("Xmp.photoshop.Instructions"), story);
}

void TestPhotoWriter::bigTiffHasSidecar()
{
    const fs::path sourcePath = at("source.tif");
    const cv::Mat picture = testPicture({100, 300}, CV_16UC3);
    writeTiffFile(sourcePath, picture);
    addTestMetadata(sourcePath);
    const Result<Photo> source = readPhoto(sourcePath);
    const ResultInfo info{srgbProfile(), resultMetadata(*source, house, {100, 300}, true), {}};
    MatRowSource rows(picture);
    OutputFile file(at("big.tif"));
    std::vector<Message> warnings;
    const Progress progress;
    const WriteOptions options{.format = FileFormat::Tiff};
    WriteJob job{file, rows, info, options, "big.tif", progress, warnings};
    writeTiff(job, 1000); // as if 4 GB were 1000 bytes
    QVERIFY(job.needsSidecar);
    const Bytes bytes = readBytes(file.temporaryPath());
    QCOMPARE(int(bytes[2]), 43);
    const Result<Photo> back = readPhoto(file.temporaryPath());
    QVERIFY2(back, back ? "" : back.error().detail.c_str());
    QCOMPARE(cv::norm(back->pixels, picture, cv::NORM_INF), 0.0);
    QVERIFY(back->icc == srgbProfile());
    QCOMPARE(provenanceOf(back->metadata).modelName, house.modelName);
}

void TestPhotoWriter::flattensTransparency()
{
    cv::Mat picture(20, 20, CV_8UC4, cv::Scalar(255, 0, 0, 0));
    MatRowSource rows(picture);
    const Result<WrittenPhoto> written =
        writePhoto(rows, plainInfo(), at("flat.jpg"), {.format = FileFormat::Jpeg}, {});
    QVERIFY(written);
    QCOMPARE(written->warnings.size(), std::size_t(1));
    const Result<Photo> back = readPhoto(written->path);
    QCOMPARE(back->pixels.type(), CV_8UC3);
    QVERIFY(cv::norm(back->pixels, cv::Mat(20, 20, CV_8UC3, cv::Scalar::all(255)), cv::NORM_INF) <=
            2);
}

void TestPhotoWriter::overwriteRules()
{
    MatRowSource rows(testPicture({10, 10}, CV_8UC3));
    const fs::path target = at("photo.tar.png");
    const auto write = [&](Overwrite overwrite) {
        return writePhoto(rows, plainInfo(), target,
                          {.format = FileFormat::Png, .overwrite = overwrite}, {});
    };
    QCOMPARE(write(Overwrite::Skip)->path, target);
    writeBytes(target, {1, 2, 3});
    const Result<WrittenPhoto> skipped = write(Overwrite::Skip);
    QVERIFY(!skipped);
    QCOMPARE(skipped.error().code, ErrorCode::TargetExists);
    QCOMPARE(readBytes(target), Bytes({1, 2, 3}));
    QCOMPARE(write(Overwrite::Rename)->path, at("photo.tar (2).png"));
    QCOMPARE(write(Overwrite::Rename)->path, at("photo.tar (3).png"));
    QCOMPARE(readBytes(target), Bytes({1, 2, 3}));
    QCOMPARE(write(Overwrite::Replace)->path, target);
    QVERIFY(readPhoto(target));
    QCOMPARE(namesIn(own_).size(), std::size_t(3));
}

void TestPhotoWriter::renamesInParallel()
{
    const cv::Mat picture = testPicture({10, 10}, CV_8UC3);
    std::vector<std::thread> threads;
    std::atomic<int> done = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 5; ++i) {
                MatRowSource rows(picture);
                done += bool(
                    writePhoto(rows, plainInfo(), at("same.png"), {.format = FileFormat::Png}, {}));
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(done.load(), 20);
    QCOMPARE(namesIn(own_).size(), std::size_t(20));
}

void TestPhotoWriter::leavesTheSourceAlone()
{
    const fs::path sourcePath = at("source.jpg");
    writeBytes(sourcePath, jpegBytes(testPicture({64, 64}, CV_8UC3)));
    addTestMetadata(sourcePath);
    const Bytes before = readBytes(sourcePath);
    const auto time = fs::last_write_time(sourcePath);
    const Result<Photo> source = readPhoto(sourcePath);
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp}) {
        MatRowSource rows(source->pixels);
        const ResultInfo info{srgbProfile(), resultMetadata(*source, house, {64, 64}, true), {}};
        QVERIFY(writePhoto(rows, info, at("result"), {.format = format}, sourcePath));
    }
    QVERIFY(readBytes(sourcePath) == before);
    QVERIFY(fs::last_write_time(sourcePath) == time);
}

/// Strips come once each, in order, and together they are the picture.
void TestPhotoWriter::readsStripsInOrder()
{
    class Counting : public MatRowSource
    {
    public:
        using MatRowSource::MatRowSource;
        void read(int firstRow, cv::Mat& strip) override
        {
            if (firstRow != next)
                inOrder = false;
            next = firstRow + strip.rows;
            MatRowSource::read(firstRow, strip);
        }
        int next = 0;
        bool inOrder = true;
    };
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp}) {
        Counting rows(testPicture({20, 1001}, CV_8UC3));
        QVERIFY(writePhoto(rows, plainInfo(), at("out"), {.format = format}, {}));
        QVERIFY(rows.inOrder);
        QCOMPARE(rows.next, 1001);
    }
}

QTEST_GUILESS_MAIN(TestPhotoWriter)
#include "test_photo_writer.moc"
