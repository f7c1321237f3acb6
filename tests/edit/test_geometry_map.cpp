#include "core/edit/geometry/geometry_map.h"

#include "core/edit/geometry/geometry_stage.h"

#include "tests/edit/every_geometry.h"

#include <QtTest/QTest>

using namespace autochrome;

namespace {

// Every pixel another value, and every channel.
cv::Mat unlike(cv::Size size, int type)
{
    cv::Mat pixels(size, type);
    const int step = CV_MAT_DEPTH(type) == CV_8U ? 1 : 257;
    int value = 0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            for (int c = 0; c < pixels.channels(); ++c, value += step) {
                if (pixels.depth() == CV_8U)
                    pixels.ptr<std::uint8_t>(y, x)[c] = std::uint8_t(value);
                else
                    pixels.ptr<std::uint16_t>(y, x)[c] = std::uint16_t(value);
            }
    return pixels;
}

bool isPixelOf(const cv::Mat& one, cv::Point at, const cv::Mat& other, cv::Point there)
{
    return std::equal(one.ptr(at.y, at.x), one.ptr(at.y, at.x) + one.elemSize(),
                      other.ptr(there.y, there.x));
}

} // namespace

class TestGeometryMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsThereAndBack_data() { everyGeometry(); }
    void leadsThereAndBack()
    {
        const GeometryMap map({13, 7}, fetchedGeometry());
        QCOMPARE(map.sourceSize(), cv::Size(13, 7));
        for (const cv::Point2d point :
             {cv::Point2d(0, 0), {13, 7}, {0.5, 6.5}, {-2, 20}, {4, 1.25}}) {
            QCOMPARE(map.toSource(map.toPrepared(point)), point);
            QCOMPARE(map.toPrepared(map.toSource(point)), point);
        }
        const cv::Rect2d area(2, 1, 5, 3.5);
        QCOMPARE(map.toSource(map.toPrepared(area)), area);
        QCOMPARE(map.toPrepared(map.toSource(area)), area);
        // The whole is the whole.
        const cv::Size size = map.preparedSize();
        QCOMPARE(map.toPrepared(cv::Rect2d(0, 0, 13, 7)),
                 cv::Rect2d(0, 0, size.width, size.height));
    }

    // The map says of each pixel where the stage puts it, whatever the photo is like.
    void isWhereTheStagePutsIt_data() { everyGeometry(); }
    void isWhereTheStagePutsIt()
    {
        for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4}) {
            auto upright = std::make_shared<Photo>();
            upright->pixels = unlike({5, 3}, type);
            upright->resolution = {300, 600, Resolution::Unit::Inch};
            const auto turned = geometryStage.run(upright, fetchedGeometry(), Progress());
            QVERIFY(turned);
            const cv::Mat& pixels = turned->photo->pixels;
            QCOMPARE(pixels.type(), type);
            QCOMPARE(pixels.size(), turned->map.preparedSize());
            QCOMPARE(turned->photo->orientation, 1);
            QCOMPARE(turned->photo->resolution.x, fetchedGeometry().swapsSides() ? 600.0 : 300.0);
            for (int y = 0; y < 3; ++y)
                for (int x = 0; x < 5; ++x) {
                    const cv::Point2d middle(x + 0.5, y + 0.5);
                    const cv::Point there = turned->map.toPrepared(middle) - cv::Point2d(0.5, 0.5);
                    QVERIFY(isPixelOf(upright->pixels, {x, y}, pixels, there));
                }
            // What was given is not touched; nothing is copied for nothing.
            QCOMPARE(upright->pixels.size(), cv::Size(5, 3));
            QCOMPARE(turned->photo == upright, fetchedGeometry().isIdentity());
        }
    }
};

QTEST_GUILESS_MAIN(TestGeometryMap)
#include "test_geometry_map.moc"
