// TIFFs whose tags have been changed: whatever they say, a reader refuses them or fills the picture
// that it announced, and writes nowhere else.

#include "core/photo/photo_reader.h"
#include "guarded_picture.h"
#include "tiff_of_tags.h"

#include <QtTest>
#include <random>

using namespace autochrome;

namespace {

/// Reads a file into a guarded picture; returns whether it was read to its end.
bool decode(const Bytes& bytes, GuardedPicture& picture)
{
    MemorySource source(bytes);
    try {
        decodePhoto(source, "tags.tif", picture, Progress());
        return true;
    } catch (const ReadFailure&) {
        return false;
    }
}

} // namespace

class TestTiffTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsToItsRows_data();
    void keepsToItsRows();
    void readsOldJpeg_data();
    void readsOldJpeg();
};

void TestTiffTags::keepsToItsRows_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTiffTags::keepsToItsRows()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    int decoded = 0;
    constexpr int files = 100;
    for (int i = 0; i < files; ++i) {
        Bytes decisions(64);
        for (std::uint8_t& byte : decisions)
            byte = std::uint8_t(random());
        const Bytes bytes = tiffOfTags(decisions);
        const std::string which = "file " + std::to_string(i);
        GuardedPicture picture(0x11);
        GuardedPicture again(0xEE);
        const bool done = decode(bytes, picture);
        QCOMPARE(decode(bytes, again), done);
        QVERIFY2(!picture.fault, (which + " " + (picture.fault ? picture.fault : "")).c_str());
        if (!done)
            continue;
        ++decoded;
        QVERIFY2(picture.isComplete(), which.c_str());
        QCOMPARE(again.pixels.size(), picture.pixels.size());
        QVERIFY2(cv::norm(picture.pixels, again.pixels, cv::NORM_INF) == 0,
                 (which + " has pixels that nobody wrote").c_str());
    }
    // Sound files are among them, or nothing would have been tried.
    QVERIFY2(decoded > files / 50, qPrintable(QString::number(decoded)));
}

void TestTiffTags::readsOldJpeg_data()
{
    QTest::addColumn<int>("channels"); // of the JPEG
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("photometric");
    QTest::addColumn<int>("type"); // of the photo; -1 if it must be refused
    QTest::newRow("grey") << 1 << 1 << 1 << CV_8UC1;
    QTest::newRow("white is zero") << 1 << 1 << 0 << CV_8UC1;
    QTest::newRow("colour") << 3 << 3 << 6 << CV_8UC3;
    QTest::newRow("colour said to be grey") << 3 << 1 << 1 << -1;
    QTest::newRow("grey with a second channel") << 1 << 2 << 1 << -1;
    QTest::newRow("inks") << 4 << 4 << 5 << -1;
}

void TestTiffTags::readsOldJpeg()
{
    QFETCH(int, channels);
    QFETCH(int, samples);
    QFETCH(int, photometric);
    QFETCH(int, type);
    const cv::Size size(61, 48);
    const Bytes jpeg = jpegBytes(testPicture(size, CV_MAKETYPE(CV_8U, channels)));
    const Bytes tiff = oldJpegTiff(jpeg, size, samples, photometric);
    GuardedPicture picture(0x11);
    const bool done = decode(tiff, picture);
    QVERIFY2(!picture.fault, picture.fault);
    QCOMPARE(done, type >= 0);
    if (!done)
        return;
    QVERIFY(picture.isComplete());
    QCOMPARE(picture.pixels.type(), type);
    const Result<Photo> alone = readPhoto(jpeg, "alone.jpg");
    QVERIFY(alone);
    cv::Mat expected = alone->pixels;
    if (photometric == 0)
        expected = cv::Scalar::all(255) - expected;
    QVERIFY(cv::norm(picture.pixels, expected, cv::NORM_INF) <= 3);
}

QTEST_GUILESS_MAIN(TestTiffTags)
#include "test_tiff_tags.moc"
