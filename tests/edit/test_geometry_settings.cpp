#include "core/edit/geometry/geometry_settings.h"

#include "tests/edit/every_geometry.h"

#include <QtTest/QTest>
#include <opencv2/core.hpp>
#include <set>
#include <tuple>

using namespace autochrome;

namespace {

// A picture no two of whose ways to lie are alike.
cv::Mat_<int> picture()
{
    return (cv::Mat_<int>(2, 3) << 1, 2, 3, 4, 5, 6);
}

// What the settings say, done with OpenCV's own words.
cv::Mat_<int> seen(const GeometrySettings& settings, cv::Mat_<int> pixels = picture())
{
    const auto flipped = [](const cv::Mat_<int>& before, int axis) {
        cv::Mat_<int> after;
        cv::flip(before, after, axis);
        return after;
    };
    for (int turn = 0; turn < int(settings.rotation); ++turn) {
        cv::Mat_<int> turned;
        cv::rotate(pixels, turned, cv::ROTATE_90_CLOCKWISE);
        pixels = turned;
    }
    if (settings.flip == Flip::Horizontal)
        pixels = flipped(pixels, 1);
    if (settings.flip == Flip::Vertical)
        pixels = flipped(pixels, 0);
    return pixels;
}

bool areEqual(const cv::Mat_<int>& one, const cv::Mat_<int>& other)
{
    return one.size() == other.size() && cv::norm(one, other, cv::NORM_INF) == 0;
}

} // namespace

class TestGeometrySettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsWhatIsSeen_data() { everyGeometry(); }
    void turnsWhatIsSeen()
    {
        for (int quarters = -5; quarters <= 5; ++quarters)
            QVERIFY(areEqual(seen(fetchedGeometry().rotatedBy(quarters)),
                             seen({Rotation((quarters + 8) % 4)}, seen(fetchedGeometry()))));
    }

    void flipsWhatIsSeen_data() { everyGeometry(); }
    void flipsWhatIsSeen()
    {
        QVERIFY(areEqual(seen(fetchedGeometry().flippedHorizontally()),
                         seen({Rotation::None, Flip::Horizontal}, seen(fetchedGeometry()))));
        QVERIFY(areEqual(seen(fetchedGeometry().flippedVertically()),
                         seen({Rotation::None, Flip::Vertical}, seen(fetchedGeometry()))));
    }

    void isOneOfEight_data() { everyGeometry(); }
    void isOneOfEight()
    {
        QVERIFY(areEqual(seen(fetchedGeometry().normalised()), seen(fetchedGeometry())));
        // The same picture, the same value.
        for (int rotation = 0; rotation < 4; ++rotation)
            for (int flip = 0; flip < 3; ++flip) {
                const GeometrySettings other{Rotation(rotation), Flip(flip)};
                QCOMPARE(other.normalised() == fetchedGeometry().normalised(),
                         areEqual(seen(other), seen(fetchedGeometry())));
            }
    }

    void leadsBack_data() { everyGeometry(); }
    void leadsBack()
    {
        QVERIFY(areEqual(seen(fetchedGeometry().inverse(), seen(fetchedGeometry())), picture()));
        QCOMPARE(fetchedGeometry().isIdentity(), areEqual(seen(fetchedGeometry()), picture()));
        QCOMPARE(fetchedGeometry().swapsSides(),
                 seen(fetchedGeometry()).size() != picture().size());
    }

    void fourTurnsAreNone()
    {
        GeometrySettings settings;
        for (int turn = 0; turn < 4; ++turn)
            settings = settings.rotatedBy(1);
        QCOMPARE(settings, GeometrySettings());
        QCOMPARE(settings.flippedHorizontally().flippedVertically(), settings.rotatedBy(2));
    }

    void hasAnExifOrientation()
    {
        std::set<int> all;
        for (int rotation = 0; rotation < 4; ++rotation)
            for (const Flip flip : {Flip::None, Flip::Horizontal})
                all.insert(GeometrySettings{Rotation(rotation), flip}.exifOrientation());
        QCOMPARE(all, std::set<int>({1, 2, 3, 4, 5, 6, 7, 8}));
        QCOMPARE(GeometrySettings{Rotation::Quarter}.exifOrientation(), 6);
        QCOMPARE((GeometrySettings{Rotation::None, Flip::Vertical}.exifOrientation()), 4);
    }
};

QTEST_GUILESS_MAIN(TestGeometrySettings)
#include "test_geometry_settings.moc"
