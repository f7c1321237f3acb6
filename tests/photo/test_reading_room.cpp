// How much memory reading asks for: what its target keeps, and no whole picture where rows do.

#include "core/photo/formats/format_reader.h"
#include "core/photo/photo_reader.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>
#include <zlib.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// Keeps no rows, as the check of a result that has just been written; notes what it is asked for.
class PassingRows : public PixelTarget
{
public:
    explicit PassingRows(bool wants) : wants_(wants) {}
    void create(cv::Size size, int type) override
    {
        width_ = size.width;
        type_ = type;
    }
    cv::Mat rows(int, int count) override
    {
        asked = std::max(asked, count);
        return cv::Mat(count, width_, type_);
    }
    void done(int, int) override {}
    std::uint64_t room(cv::Size, int, int rowsAtOnce) const override
    {
        announced = rowsAtOnce;
        return 0;
    }
    bool wantsPixels() const override { return wants_; }

    int asked = 0;
    mutable int announced = 0;

private:
    bool wants_;
    int width_ = 0;
    int type_ = 0;
};

} // namespace

class TestReadingRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForFewRows_data();
    void asksForFewRows();
    void needsNoRoomForWhatIsNotKept();
};

void TestReadingRoom::asksForFewRows_data()
{
    QTest::addColumn<PictureMaker>("make");
    QTest::addColumn<bool>("wants");
    QTest::addColumn<int>("most");
    const cv::Mat rgb = testPicture({20, 3000}, CV_8UC3);
    const auto tiff = [&rgb](TiffOptions options) -> PictureMaker {
        return [=](const fs::path& path) { writeTiffFile(path, rgb, options); };
    };
    QTest::newRow("jpeg") << bytesMaker(jpegBytes(rgb)) << true << 64;
    QTest::newRow("jpeg, soundness only") << bytesMaker(jpegBytes(rgb)) << false << 64;
    QTest::newRow("png") << bytesMaker(pngBytes(rgb)) << true << 64;
    QTest::newRow("png, interlaced")
        << bytesMaker(pngBytes(rgb, {.interlaced = true})) << true << 3000;
    QTest::newRow("tiff") << tiff({.rowsPerStrip = 40}) << true << 40;
    QTest::newRow("tiff tiles") << tiff({.tile = 32}) << true << 32;
    QTest::newRow("tiff planes") << tiff({.rowsPerStrip = 40, .separate = true}) << true << 40;
    QTest::newRow("webp") << bytesMaker(webpBytes(rgb)) << true << 3000;
    QTest::newRow("webp, soundness only") << bytesMaker(webpBytes(rgb)) << false << 1;
    QTest::newRow("bmp") << bytesMaker(bmpBytes(20, 3000, 24, 0, {}, Bytes(180'000))) << true << 1;
    Bytes code;
    for (int y = 0; y < 3000; ++y)
        code.insert(code.end(), {20, 1, 0, 0});
    code.insert(code.end(), {0, 1});
    QTest::newRow("bmp, runs") << bytesMaker(
                                      bmpBytes(20, 3000, 8, 1, {0, 0, 0, 0, 9, 8, 7, 0}, code))
                               << true << 1;
}

void TestReadingRoom::asksForFewRows()
{
    QFETCH(PictureMaker, make);
    QFETCH(bool, wants);
    QFETCH(int, most);
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "photo";
    make(path);
    const Bytes bytes = readBytes(path);
    MemorySource source(bytes);
    PassingRows rows(wants);
    try {
        decodePhoto(source, "photo", rows, Progress());
    } catch (const ReadFailure& failure) {
        QFAIL(failure.what());
    }
    QVERIFY2(rows.asked <= most, qPrintable(QString::number(rows.asked)));
    QVERIFY2(rows.announced <= most, qPrintable(QString::number(rows.announced)));
    QVERIFY(rows.asked <= rows.announced);
    QCOMPARE(rows.asked > 0, wants);
}

/// 34 GB of pixels that pass by need no room; that the file is too short for them is what counts.
void TestReadingRoom::needsNoRoomForWhatIsNotKept()
{
    Bytes bytes = hugePng();
    const auto put = [&bytes](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i)
            bytes[at + i] = std::uint8_t(value >> (24 - 8 * i));
    };
    put(16, 65'000);
    put(20, 65'000);
    bytes[24] = 16; // bits
    bytes[25] = 6;  // RGBA
    put(29, std::uint32_t(crc32(0, bytes.data() + 12, 17)));
    MemorySource source(bytes);
    PassingRows passing(true);
    try {
        decodePhoto(source, "huge.png", passing, Progress());
        QFAIL("read");
    } catch (const ReadFailure& failure) {
        QCOMPARE(failure.error().code, ErrorCode::Corrupt);
    }
}

QTEST_GUILESS_MAIN(TestReadingRoom)
#include "test_reading_room.moc"
