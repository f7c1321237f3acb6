#include "core/edit/colour/working_lightness.h"

#include <QtTest/QTest>

using namespace autochrome;

class TestWorkingLightness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheRightSize_data()
    {
        QTest::addColumn<QSize>("photo");
        QTest::addColumn<QSize>("working");
        QTest::newRow("large") << QSize(3000, 2000) << QSize(768, 512);
        QTest::newRow("never enlarged") << QSize(300, 200) << QSize(300, 200);
        QTest::newRow("one pixel") << QSize(1, 1) << QSize(1, 1);
        QTest::newRow("a thread") << QSize(1, 10000) << QSize(1, 8192);
        QTest::newRow("a ribbon") << QSize(20000, 600) << QSize(8192, 512);
    }

    void hasTheRightSize()
    {
        QFETCH(QSize, photo);
        QFETCH(QSize, working);
        for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC4}) {
            const cv::Mat pixels(photo.height(), photo.width(), type, cv::Scalar::all(100));
            Photo source;
            source.pixels = pixels;
            const cv::Mat lightness = workingLightness(pixels, ColourSpace::of(source), 512);
            QCOMPARE(lightness.type(), CV_32F);
            QCOMPARE(QSize(lightness.cols, lightness.rows), working);
        }
    }

    void averagesAreas()
    {
        // A checkerboard of codes 100 and 200 averages to 150: L* 61.7 (100 is 42.4, 200 is 80.6).
        for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC4})
            for (const int side : {1024, 4096}) {
                cv::Mat pixels(side, side, type);
                const double code = CV_MAT_DEPTH(type) == CV_8U ? 1 : 257;
                for (int y = 0; y < side; ++y)
                    for (int x = 0; x < side; x += 64) {
                        const cv::Rect patch(x, y, 64, 1);
                        pixels(patch).setTo(cv::Scalar::all(((x / 64 + y) % 2 ? 100 : 200) * code));
                    }
                Photo source;
                source.pixels = pixels;
                const cv::Mat lightness = workingLightness(pixels, ColourSpace::of(source), 512);
                double low = 0, high = 0;
                cv::minMaxLoc(lightness, &low, &high);
                QVERIFY(low > 61 && high < 62.5);
            }
    }

    // Every pixel counts, in its own place: a ramp stays a ramp, whatever the sizes.
    void keepsPlaces()
    {
        cv::Mat pixels(2600, 3701, CV_16UC1);
        for (int y = 0; y < pixels.rows; ++y)
            for (int x = 0; x < pixels.cols; ++x)
                pixels.at<std::uint16_t>(y, x) = std::uint16_t(5000 + 12 * x + 2 * y);
        Photo source;
        source.pixels = pixels;
        const ColourSpace space = ColourSpace::of(source);
        const cv::Mat lightness = workingLightness(pixels, space, 512);
        cv::Mat full;
        space.luminance(pixels, full);
        const double scaleX = double(pixels.cols) / lightness.cols;
        const double scaleY = double(pixels.rows) / lightness.rows;
        for (int y = 0; y < lightness.rows; y += 17)
            for (int x = 0; x < lightness.cols; x += 13) {
                const float there =
                    full.at<float>(int((y + 0.5) * scaleY), int((x + 0.5) * scaleX));
                QVERIFY(std::fabs(lightness.at<float>(y, x) - there) < 0.05);
            }
    }
};

QTEST_GUILESS_MAIN(TestWorkingLightness)
#include "test_working_lightness.moc"
