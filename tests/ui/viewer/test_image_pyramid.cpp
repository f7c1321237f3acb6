#include "ui/viewer/image_pyramid.h"
#include "viewer_fixture.h"

#include <QTest>
#include <algorithm>

using namespace autochrome;

namespace {

std::shared_ptr<const Photo> photoOf(cv::Mat pixels)
{
    auto photo = std::make_shared<Photo>();
    photo->pixels = std::move(pixels);
    return photo;
}

} // namespace

class TestImagePyramid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halvesByAveraging_data();
    void halvesByAveraging();
    void transparentColourDoesNotBleed();
    void levelsHalveDownToOneTile_data();
    void levelsHalveDownToOneTile();
    void levelForZoom();
    void tilesCoverAnArea();
    void levelZeroIsThePhotoItself();
    void cancelledBuildGivesNothing();
};

void TestImagePyramid::halvesByAveraging_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4})
        for (const QSize size : {QSize(64, 48), QSize(65, 48), QSize(64, 49), QSize(65, 49),
                                 QSize(1, 100), QSize(100, 1), QSize(2, 2)})
            QTest::addRow("type %d, %d x %d", type, size.width(), size.height())
                << type << size.width() << size.height();
}

void TestImagePyramid::halvesByAveraging()
{
    QFETCH(int, type);
    QFETCH(int, width);
    QFETCH(int, height);
    cv::Mat source(height, width, type);
    cv::RNG random(7);
    random.fill(source, cv::RNG::UNIFORM, 0, CV_MAT_DEPTH(type) == CV_16U ? 65536 : 256);
    if (source.channels() == 4) // opaque, so that it is a plain average
        cv::insertChannel(cv::Mat(source.size(), CV_MAT_DEPTH(type),
                                  cv::Scalar(CV_MAT_DEPTH(type) == CV_16U ? 65535 : 255)),
                          source, 3);
    const cv::Mat half = halved(source);
    QCOMPARE(half.type(), type);
    QCOMPARE(half.cols, (width + 1) / 2);
    QCOMPARE(half.rows, (height + 1) / 2);

    cv::Mat exact;
    source.convertTo(exact, CV_64F);
    cv::Mat result;
    half.convertTo(result, CV_64F);
    const int channels = source.channels();
    for (int y = 0; y < half.rows; ++y)
        for (int x = 0; x < half.cols; ++x)
            for (int c = 0; c < channels; ++c) {
                double sum = 0;
                int count = 0;
                for (int sy = 2 * y; sy < std::min(2 * y + 2, height); ++sy)
                    for (int sx = 2 * x; sx < std::min(2 * x + 2, width); ++sx) {
                        sum += exact.ptr<double>(sy)[sx * channels + c];
                        ++count;
                    }
                const double is = result.ptr<double>(y)[x * channels + c];
                QVERIFY2(std::abs(is - sum / count) <= 0.501,
                         qPrintable(QString("at %1, %2").arg(x).arg(y)));
            }
}

void TestImagePyramid::transparentColourDoesNotBleed()
{
    cv::Mat source(2, 2, CV_8UC4, cv::Scalar(200, 100, 50, 255));
    source.at<cv::Vec4b>(0, 1) = {0, 255, 0, 0};
    source.at<cv::Vec4b>(1, 1) = {0, 255, 0, 0};
    const auto pixel = halved(source).at<cv::Vec4b>(0, 0);
    QCOMPARE(int(pixel[0]), 200);
    QCOMPARE(int(pixel[1]), 100);
    QCOMPARE(int(pixel[2]), 50);
    QCOMPARE(int(pixel[3]), 128);
}

void TestImagePyramid::levelsHalveDownToOneTile_data()
{
    QTest::addColumn<QSize>("photo");
    QTest::addColumn<int>("levels");
    QTest::addColumn<QSize>("last");
    QTest::newRow("one pixel") << QSize(1, 1) << 1 << QSize(1, 1);
    QTest::newRow("one tile") << QSize(512, 512) << 1 << QSize(512, 512);
    QTest::newRow("a pixel more") << QSize(513, 300) << 2 << QSize(257, 150);
    QTest::newRow("thin") << QSize(1, 10000) << 6 << QSize(1, 313);
    QTest::newRow("100 megapixels") << QSize(12000, 9000) << 6 << QSize(375, 282);
}

void TestImagePyramid::levelsHalveDownToOneTile()
{
    QFETCH(QSize, photo);
    QFETCH(int, levels);
    QFETCH(QSize, last);
    const PyramidGeometry geometry(photo);
    QCOMPARE(geometry.levelCount(), levels);
    QCOMPARE(geometry.levelSize(levels - 1), last);
    QCOMPARE(geometry.tilesIn(levels - 1, QRectF(QPointF(0, 0), QSizeF(photo))).size(),
             std::size_t(1));
}

void TestImagePyramid::levelForZoom()
{
    const PyramidGeometry geometry(QSize(12000, 9000));
    QCOMPARE(geometry.levelFor(8), 0);
    QCOMPARE(geometry.levelFor(1), 0);
    QCOMPARE(geometry.levelFor(0.51), 0);
    QCOMPARE(geometry.levelFor(0.5), 1);
    QCOMPARE(geometry.levelFor(0.3), 1);
    QCOMPARE(geometry.levelFor(0.25), 2);
    QCOMPARE(geometry.levelFor(0.0001), 5);
}

void TestImagePyramid::tilesCoverAnArea()
{
    const PyramidGeometry geometry(QSize(2000, 1100));
    QCOMPARE(geometry.tilesIn(0, {0, 0, 2000, 1100}).size(), std::size_t(4 * 3));
    QCOMPARE(geometry.tilesIn(0, {512, 512, 512, 512}).size(), std::size_t(1));
    QCOMPARE(geometry.tilesIn(0, {511.5, 512, 1, 1}).size(), std::size_t(2));
    QCOMPARE(geometry.tilesIn(1, {0, 0, 1024, 1024}).size(), std::size_t(1));
    QCOMPARE(geometry.tilesIn(1, {1000, 0, 5000, 10}).size(), std::size_t(2));
    QVERIFY(geometry.tilesIn(0, {3000, 0, 10, 10}).empty());
    QVERIFY(geometry.tilesIn(0, {}).empty());
    QCOMPARE(geometry.tileRect({0, 3, 2}), QRect(1536, 1024, 464, 76));
    // Every tile of an area touches it.
    const QRectF area(700, 300, 600, 500);
    for (const TileIndex& tile : geometry.tilesIn(0, area))
        QVERIFY(QRectF(geometry.tileRect(tile)).intersects(area));
}

void TestImagePyramid::levelZeroIsThePhotoItself()
{
    const auto photo = photoOf(greyScene({1300, 700}, CV_16UC3));
    const auto pyramid = ImagePyramid::build(photo, std::atomic<bool>(false));
    QVERIFY(pyramid);
    QCOMPARE(pyramid->level(0).data, photo->pixels.data);
    QCOMPARE(pyramid->level(1).type(), CV_16UC3);
    QCOMPARE(pyramid->level(1).size(), cv::Size(650, 350));
    QCOMPARE(pyramid->level(2).size(), cv::Size(325, 175));
}

void TestImagePyramid::cancelledBuildGivesNothing()
{
    const auto photo = photoOf(greyScene({1300, 700}, CV_8UC1));
    QVERIFY(!ImagePyramid::build(photo, std::atomic<bool>(true)));
}

QTEST_GUILESS_MAIN(TestImagePyramid)
#include "test_image_pyramid.moc"
