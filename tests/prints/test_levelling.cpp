#include "core/prints/levelling.h"

#include <QtTest/QTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

// A street of houses with windows, seen straight on, turned about its middle by so many degrees
// clockwise; what lies beyond goes on.
cv::Mat houses(double degrees, int seed)
{
    cv::RNG random(std::uint64_t(seed) + 77);
    cv::Mat scene(1100, 1500, CV_8UC3, cv::Scalar(200, 205, 210));
    for (int x = 60; x < 1400;) {
        const int width = random.uniform(150, 260);
        const int top = random.uniform(150, 420);
        const int shade = random.uniform(60, 170);
        cv::rectangle(scene, {x, top, width, 900 - top}, cv::Scalar::all(shade), -1);
        for (int y = top + 40; y < 820; y += 90)
            for (int at = x + 25; at + 40 < x + width; at += 65)
                cv::rectangle(scene, {at, y, 34, 52}, cv::Scalar::all(shade / 2), -1);
        x += width + random.uniform(0, 30);
    }
    cv::rectangle(scene, {0, 900, 1500, 200}, cv::Scalar::all(90), -1);
    cv::Mat noise(scene.size(), CV_8UC3), turned;
    random.fill(noise, cv::RNG::UNIFORM, 0, 14);
    scene += noise;
    // OpenCV turns the other way.
    const cv::Mat map = cv::getRotationMatrix2D({750, 550}, -degrees, 1);
    cv::warpAffine(scene, turned, map, scene.size(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    return turned({250, 180, 1000, 740});
}

} // namespace

class TestLevelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byThePicturesOwnLines()
    {
        cv::RNG random(4);
        for (int i = 0; i < 24; ++i) {
            const double degrees = random.uniform(-15.0, 15.0);
            const auto level = levelOf(houses(degrees, i));
            QVERIFY2(level, qPrintable(QString::number(degrees)));
            QVERIFY2(std::abs(level->degrees + degrees) < 0.2,
                     qPrintable(QString("%1: %2").arg(degrees).arg(level->degrees)));
            QVERIFY(level->certainty > 0 && level->certainty <= 1);
        }
    }

    void declines_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << 0;
        QTest::newRow("soft shades") << 1;
        QTest::newRow("noise") << 2;
        QTest::newRow("one pixel") << 3;
        QTest::newRow("a line") << 4;
    }
    void declines()
    {
        QFETCH(int, kind);
        cv::Mat pixels(600, 800, CV_8U, cv::Scalar(120));
        cv::RNG random(3);
        if (kind == 1) {
            cv::Mat patches(6, 8, CV_8U);
            random.fill(patches, cv::RNG::UNIFORM, 20, 235);
            cv::resize(patches, pixels, pixels.size(), 0, 0, cv::INTER_CUBIC);
        } else if (kind == 2) {
            random.fill(pixels, cv::RNG::UNIFORM, 0, 255);
        } else if (kind == 3) {
            pixels = cv::Mat(1, 1, CV_8U, cv::Scalar(1));
        } else if (kind == 4) {
            pixels = cv::Mat(1, 10000, CV_16U, cv::Scalar(1));
        }
        QVERIFY(!levelOf(pixels));
    }
};

QTEST_GUILESS_MAIN(TestLevelling)
#include "test_levelling.moc"
