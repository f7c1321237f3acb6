#include "core/photo/small_picture.h"

#include "core/base/text.h"
#include "core/photo/photo_reader.h"
#include "picture_maker.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

class TestSmallPicture : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void looksLikeThePhoto_data();
    void looksLikeThePhoto();
    void leavesSmallPhotosAsTheyAre();
    void refusesWhatTheReaderRefuses_data();
    void refusesWhatTheReaderRefuses();
    void canBeCancelled();
};

void TestSmallPicture::looksLikeThePhoto_data()
{
    QTest::addColumn<PictureMaker>("make");
    const cv::Size size(700, 500);
    const auto row = [](const char* tag, PictureMaker make) {
        QTest::newRow(tag) << std::move(make);
    };
    const cv::Mat rgb = testPicture(size, CV_8UC3);
    row("jpeg", bytesMaker(jpegBytes(rgb)));
    row("png grey 16", bytesMaker(pngBytes(testPicture(size, CV_16UC1))));
    row("png rgba", bytesMaker(pngBytes(testPicture(size, CV_8UC4))));
    row("png interlaced", bytesMaker(pngBytes(rgb, {.interlaced = true})));
    row("webp", bytesMaker(webpBytes(rgb)));
    const auto tiff = [&row](const char* tag, const cv::Mat& picture, int orientation) {
        row(tag, [picture, orientation](const fs::path& path) {
            TiffOptions options;
            options.orientation = orientation;
            writeTiffFile(path, picture, options);
        });
    };
    tiff("tiff 16", testPicture(size, CV_16UC3), 1);
    tiff("tiff, upside down", testPicture(size, CV_8UC1), 3);
    tiff("tiff, on its side", testPicture(size, CV_8UC3), 6);
}

void TestSmallPicture::looksLikeThePhoto()
{
    QFETCH(PictureMaker, make);
    const fs::path path = at("photo");
    make(path);
    const auto photo = readPhoto(path);
    QVERIFY(photo);
    const cv::Mat whole = uprighted(*photo).pixels;
    const auto small = readSmallPicture(path, 100);
    QVERIFY(small);
    const bool wide = whole.cols > whole.rows;
    QCOMPARE(small->size(), wide ? cv::Size(100, 71) : cv::Size(71, 100));
    QCOMPARE(small->type(), CV_8UC(whole.channels()));
    cv::Mat expected;
    cv::resize(whole, expected, small->size(), 0, 0, cv::INTER_AREA);
    if (expected.depth() == CV_16U)
        expected.convertTo(expected, CV_8U, 1 / 257.0);
    // Some of the pixels stand for all of them.
    QVERIFY(cv::norm(*small, expected, cv::NORM_L1) / double(small->total() * small->channels()) <
            6);
}

void TestSmallPicture::leavesSmallPhotosAsTheyAre()
{
    const cv::Mat picture = testPicture({40, 30}, CV_8UC3);
    writeBytes(at("a.png"), pngBytes(picture));
    const auto small = readSmallPicture(at("a.png"), 100);
    QVERIFY(small);
    QCOMPARE(largestDifference(*small, picture), 0.0);
}

void TestSmallPicture::refusesWhatTheReaderRefuses_data()
{
    QTest::addColumn<Bytes>("bytes");
    Bytes cut = pngBytes(testPicture({300, 200}, CV_8UC3));
    cut.resize(cut.size() / 2);
    QTest::newRow("cut off") << cut;
    QTest::newRow("a letter") << Bytes{'D', 'e', 'a', 'r', ' ', 's', 'i', 'r'};
    QTest::newRow("nothing") << Bytes{};
}

void TestSmallPicture::refusesWhatTheReaderRefuses()
{
    QFETCH(Bytes, bytes);
    writeBytes(at("bad.png"), bytes);
    const auto small = readSmallPicture(at("bad.png"), 100);
    const auto photo = readPhoto(at("bad.png"));
    QVERIFY(!small && !photo);
    QCOMPARE(small.error().code, photo.error().code);
    QCOMPARE(inWords(small.error().message), inWords(photo.error().message));
}

void TestSmallPicture::canBeCancelled()
{
    writeBytes(at("a.png"), pngBytes(testPicture({300, 200}, CV_8UC3)));
    Progress progress;
    progress.cancel();
    const auto small = readSmallPicture(at("a.png"), 100, progress);
    QVERIFY(!small);
    QCOMPARE(small.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSmallPicture)
#include "test_small_picture.moc"
