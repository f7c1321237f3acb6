#include "core/colorize/working_lightness.h"

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
        cv::Mat pixels(1024, 1024, CV_8UC1);
        for (int y = 0; y < 1024; ++y)
            for (int x = 0; x < 1024; ++x)
                pixels.at<std::uint8_t>(y, x) = (x + y) % 2 ? 100 : 200;
        Photo source;
        source.pixels = pixels;
        const cv::Mat lightness = workingLightness(pixels, ColourSpace::of(source), 512);
        double low = 0, high = 0;
        cv::minMaxLoc(lightness, &low, &high);
        // Codes 100 and 200 average to 150: L* 61.7 (100 is 42.4, 200 is 80.6).
        QVERIFY(low > 61 && high < 62.5);
    }
};

QTEST_GUILESS_MAIN(TestWorkingLightness)
#include "test_working_lightness.moc"
