// Bitmaps that say something else than they hold.

#include "core/base/text.h"
#include "core/photo/photo_reader.h"
#include "guarded_picture.h"
#include "picture_maker.h"

#include <QtTest>

using namespace autochrome;

namespace {

constexpr int runs8 = 1;      // BI_RLE8
constexpr int alphaMasks = 6; // BI_ALPHABITFIELDS

Bytes greyPalette()
{
    Bytes palette;
    for (int i = 0; i < 256; ++i)
        palette.insert(palette.end(), {std::uint8_t(i), std::uint8_t(i), std::uint8_t(i), 0});
    return palette;
}

/// Two pixels of red and green with these opacities.
Bytes withAlpha(std::uint8_t first, std::uint8_t second)
{
    return bmpBytes(2, 1, 32, alphaMasks, {}, {0, 0, 255, first, 0, 255, 0, second},
                    {0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255});
}

/// Where the pixels begin, as the file's head says it.
Bytes withOffset(Bytes bitmap, std::uint8_t offset)
{
    bitmap[10] = offset;
    bitmap[11] = 0;
    return bitmap;
}

} // namespace

class TestBmpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsThere_data();
    void showsWhatIsThere();
    void refusesMoreThanItHolds_data();
    void refusesMoreThanItHolds();
};

void TestBmpReader::showsWhatIsThere_data()
{
    QTest::addColumn<Bytes>("bytes");
    QTest::addColumn<cv::Mat>("expected");
    const cv::Mat opaque =
        (cv::Mat_<cv::Vec3b>(1, 2) << cv::Vec3b(255, 0, 0), cv::Vec3b(0, 255, 0));
    const cv::Mat half =
        (cv::Mat_<cv::Vec4b>(1, 2) << cv::Vec4b(255, 0, 0, 0), cv::Vec4b(0, 255, 0, 9));
    QTest::newRow("no opacity anywhere") << withAlpha(0, 0) << opaque;
    QTest::newRow("opacity somewhere") << withAlpha(0, 9) << half;
    const cv::Mat greys = (cv::Mat_<std::uint8_t>(2, 4) << 1, 2, 3, 4, 200, 201, 202, 203);
    const Bytes plain = bmpBytes(4, 2, 8, 0, greyPalette(), {200, 201, 202, 203, 1, 2, 3, 4});
    QTest::newRow("pixels said to begin in front of the palette") << withOffset(plain, 54) << greys;
    QTest::newRow("pixels said to begin in the palette") << withOffset(plain, 154) << greys;
    QTest::newRow("pixels said to begin at the start") << withOffset(plain, 0) << greys;
    const Bytes coloured = bmpBytes(1, 1, 24, 0, {}, {3, 2, 1, 0});
    QTest::newRow("pixels said to begin in the header")
        << withOffset(coloured, 20) << cv::Mat(cv::Mat_<cv::Vec3b>(1, 1) << cv::Vec3b(1, 2, 3));
    // Up two rows and one to the right, then a run; the row between stays empty.
    const cv::Mat moved = (cv::Mat_<std::uint8_t>(3, 4) << 0, 0, 7, 7, 0, 0, 0, 0, 9, 0, 0, 0);
    QTest::newRow("runs with a move")
        << bmpBytes(4, 3, 8, runs8, greyPalette(), {1, 9, 0, 2, 1, 2, 2, 7, 0, 1}) << moved;
}

void TestBmpReader::showsWhatIsThere()
{
    QFETCH(Bytes, bytes);
    QFETCH(cv::Mat, expected);
    const Result<Photo> photo = readPhoto(bytes, "odd.bmp");
    QVERIFY2(photo, photo ? "" : inWords(photo.error().message).c_str());
    QCOMPARE(photo->pixels.type(), expected.type());
    QCOMPARE(photo->pixels.size(), expected.size());
    QCOMPARE(cv::norm(photo->pixels, expected, cv::NORM_INF), 0.0);
}

void TestBmpReader::refusesMoreThanItHolds_data()
{
    QTest::addColumn<Bytes>("bytes");
    Bytes code;
    for (int i = 0; i < 1500; ++i)
        code.insert(code.end(), {255, 9});
    code.insert(code.end(), {0, 1});
    QTest::newRow("runs") << bmpBytes(20'000, 20'000, 8, runs8, greyPalette(), code);
    QTest::newRow("pixels") << bmpBytes(20'000, 20'000, 8, 0, greyPalette(), code);
}

/// A small file may not have a large picture made for it, of whatever kind the target is.
void TestBmpReader::refusesMoreThanItHolds()
{
    QFETCH(Bytes, bytes);
    class Watched : public WholePicture
    {
    public:
        void create(cv::Size, int) override { created = true; }
        bool created = false;
    };
    MemorySource source(bytes);
    Watched target;
    std::string sentence;
    try {
        decodePhoto(source, "claims.bmp", target, Progress());
    } catch (const ReadFailure& failure) {
        QCOMPARE(failure.error().code, ErrorCode::Corrupt);
        sentence = inWords(failure.error().message);
    }
    QVERIFY(sentence.find("claims.bmp") != std::string::npos);
    QVERIFY(!target.created);
}

QTEST_GUILESS_MAIN(TestBmpReader)
#include "test_bmp_reader.moc"
