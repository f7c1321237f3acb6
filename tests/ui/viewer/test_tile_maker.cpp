#include "ui/viewer/tile_maker.h"

#include "tests/support/profiles.h"
#include "viewer_fixture.h"

#include <QTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

class TestTileMaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSrgbAsItIs_data();
    void showsSrgbAsItIs();
    void convertsOtherProfiles();
    void laysAlphaOverTheSurround();
    void tilesAreTheWholePicture();
    void colouredTilesAreTheWholeRendering();
    void previewIsRoughButWhole();
};

void TestTileMaker::showsSrgbAsItIs_data()
{
    QTest::addColumn<int>("type");
    for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4})
        QTest::addRow("type %d", type) << type;
}

void TestTileMaker::showsSrgbAsItIs()
{
    QFETCH(int, type);
    const double unit = CV_MAT_DEPTH(type) == CV_16U ? 257 : 1;
    const cv::Scalar colour = CV_MAT_CN(type) == 1
                                  ? cv::Scalar(200 * unit)
                                  : cv::Scalar(200 * unit, 100 * unit, 30 * unit, 255 * unit);
    const QImage image = displayImage(cv::Mat(3, 5, type, colour), ColourSpace::srgb());
    QCOMPARE(image.size(), QSize(5, 3));
    const QRgb wanted = CV_MAT_CN(type) == 1 ? qRgb(200, 200, 200) : qRgb(200, 100, 30);
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 5; ++x)
            QCOMPARE(image.pixel(x, y), wanted);
}

void TestTileMaker::convertsOtherProfiles()
{
    Photo photo;
    photo.icc = testWideGamutProfile(2.2);
    photo.pixels = cv::Mat(2, 2, CV_8UC3, cv::Scalar(120, 120, 120));
    photo.pixels.row(1).setTo(cv::Scalar(100, 200, 100));
    const QImage image = displayImage(photo.pixels, ColourSpace::of(photo));
    // A gamma of 2.2 is nearly sRGB's curve for a mid grey, and stays neutral.
    const QColor grey(image.pixel(0, 0));
    QVERIFY(std::abs(grey.red() - 120) <= 2);
    QVERIFY(std::abs(grey.red() - grey.blue()) <= 1);
    // Adobe's green is more vivid than the same numbers in sRGB.
    const QColor green(image.pixel(0, 1));
    QVERIFY2(green.red() < 90, qPrintable(green.name()));
    QVERIFY2(std::abs(green.green() - 201) <= 3, qPrintable(green.name()));
}

void TestTileMaker::laysAlphaOverTheSurround()
{
    cv::Mat pixels(1, 3, CV_8UC4, cv::Scalar(255, 0, 0, 255));
    pixels.at<cv::Vec4b>(0, 1)[3] = 0;
    pixels.at<cv::Vec4b>(0, 2)[3] = 128;
    const QImage image = displayImage(pixels, ColourSpace::srgb());
    QCOMPARE(image.pixel(0, 0), qRgb(255, 0, 0));
    QCOMPARE(image.pixel(1, 0), qRgb(surroundGrey, surroundGrey, surroundGrey));
    const QColor half(image.pixel(2, 0));
    QVERIFY(std::abs(half.red() - (255 + surroundGrey) / 2) <= 1);
    QVERIFY(std::abs(half.green() - surroundGrey / 2) <= 1);
}

void TestTileMaker::tilesAreTheWholePicture()
{
    ViewedPhoto viewed({1100, 700});
    const auto pyramid = ImagePyramid::build(viewed.photo(), std::atomic<bool>(false));
    const PyramidGeometry& geometry = pyramid->geometry();
    int pixels = 0;
    for (const TileIndex& index : geometry.tilesIn(0, {0, 0, 1100, 700})) {
        const Tile tile = makeTile(*pyramid, index);
        const QRect area = tile.area.toRect();
        pixels += area.width() * area.height();
        for (int y = area.top(); y <= area.bottom(); y += 7)
            for (int x = area.left(); x <= area.right(); x += 5) {
                const int grey = viewed.photo()->pixels.at<std::uint8_t>(y, x);
                QCOMPARE(tile.image.pixel(x - int(tile.origin.x()), y - int(tile.origin.y())),
                         qRgb(grey, grey, grey));
            }
        // One more pixel on each side that has a neighbour.
        QCOMPARE(tile.image.width(), area.width() + (area.left() > 0) + (area.right() < 1099));
        QCOMPARE(tile.image.height(), area.height() + (area.top() > 0) + (area.bottom() < 699));
    }
    QCOMPARE(pixels, 1100 * 700);
}

void TestTileMaker::colouredTilesAreTheWholeRendering()
{
    ViewedPhoto viewed({1100, 700});
    const Rendering rendering = viewed.rendering();
    const auto pyramid = ImagePyramid::build(viewed.photo(), std::atomic<bool>(false));
    cv::Mat whole;
    rendering.recombiner().colourise(viewed.photo()->pixels, {0, 0, 1, 1}, whole);
    int greatest = 0;
    int colourful = 0;
    for (const TileIndex& index : pyramid->geometry().tilesIn(0, {0, 0, 1100, 700})) {
        const Tile tile = makeTile(*pyramid, index, rendering.recombiner());
        for (int y = 0; y < tile.image.height(); ++y)
            for (int x = 0; x < tile.image.width(); ++x) {
                const QRgb is = tile.image.pixel(x, y);
                const auto wanted =
                    whole.at<cv::Vec3b>(y + int(tile.origin.y()), x + int(tile.origin.x()));
                greatest =
                    std::max({greatest, std::abs(qRed(is) - wanted[0]),
                              std::abs(qGreen(is) - wanted[1]), std::abs(qBlue(is) - wanted[2])});
                colourful += std::abs(qRed(is) - qBlue(is)) > 8;
            }
    }
    QVERIFY2(greatest <= 1, qPrintable(QString::number(greatest)));
    QVERIFY(colourful > 1100 * 700 / 10);
}

void TestTileMaker::previewIsRoughButWhole()
{
    ViewedPhoto viewed({3000, 1500}, CV_16UC3);
    const Tile preview = makePreview(*viewed.photo(), ColourSpace::srgb(), 768);
    QCOMPARE(preview.image.size(), QSize(768, 384));
    QCOMPARE(preview.area, QRectF(0, 0, 3000, 1500));
    const int grey = viewed.photo()->pixels.at<cv::Vec3w>(0, 0)[0] / 257;
    QVERIFY(std::abs(qRed(preview.image.pixel(0, 0)) - grey) <= 1);

    ViewedPhoto thin({1, 10000});
    QCOMPARE(makePreview(*thin.photo(), ColourSpace::srgb(), 768).image.size(), QSize(1, 768));
    ViewedPhoto dot({1, 1});
    QCOMPARE(makePreview(*dot.photo(), ColourSpace::srgb(), 768).image.size(), QSize(1, 1));
}

QTEST_GUILESS_MAIN(TestTileMaker)
#include "test_tile_maker.moc"
