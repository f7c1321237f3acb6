#include "ui/repair/brush.h"

#include <QtTest>

using namespace autochrome;

class TestBrush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPlacesOfTheSource_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<int>("flip");
        QTest::addColumn<double>("scale"); // of the frame, width by height
        QTest::newRow("as it is") << 0 << 0 << 0.0;
        QTest::newRow("turned") << 1 << 0 << 0.0;
        QTest::newRow("turned and flipped") << 3 << 2 << 0.0;
        QTest::newRow("framed") << 1 << 0 << 1.0;
    }
    void keepsPlacesOfTheSource()
    {
        QFETCH(int, rotation);
        QFETCH(int, flip);
        QFETCH(double, scale);
        GeometrySettings settings{Rotation(rotation), Flip(flip)};
        if (scale > 0)
            settings.frame = Frame{{cv::Point2d(10, 20), {250, 30}, {240, 190}, {5, 180}}};
        const GeometryMap map({300, 200}, settings);
        const cv::Point2d from(40, 50);
        const cv::Point2d to(120, 90);
        Brush brush(map, map.toPrepared(from), 6, true);
        brush.move(map.toPrepared(to));
        const MaskStroke stroke = brush.lifted();
        QVERIFY(stroke.erases);
        QCOMPARE(stroke.points.size(), std::size_t(2));
        QVERIFY(cv::norm(stroke.points[0] - from) < 0.1);
        QVERIFY(cv::norm(stroke.points[1] - to) < 0.1);
        QVERIFY(std::abs(stroke.radius - 6) < 0.5);
        // And back to where it was drawn.
        const MaskStroke seen = Brush::laid(stroke, map);
        QVERIFY(cv::norm(seen.points[1] - map.toPrepared(to)) < 0.1);
        QVERIFY(std::abs(seen.radius - 6) < 0.1);
    }

    void leavesOutWhatIsHardlyAnotherPlace()
    {
        Brush brush(GeometryMap({300, 200}, {}), {10, 10}, 8, false);
        for (int i = 1; i <= 35; ++i)
            brush.move({10 + i * 0.1, 10});
        QCOMPARE(brush.way().size(), std::size_t(2));
        const MaskStroke stroke = brush.lifted();
        QCOMPARE(stroke.points.size(), std::size_t(3)); // it ends where it was lifted
        QCOMPARE(stroke.points.back(), cv::Point2d(13.5, 10));
    }

    void tellsWhichStrokesAreNew()
    {
        const MaskStroke one{false, 2, {{1, 1}}};
        const MaskStroke two{true, 3, {{2, 2}}};
        const auto mask = [](std::vector<MaskStroke> strokes, const char* file = "") {
            return DamageMask{file, {}, std::move(strokes)};
        };
        QCOMPARE(strokesSince(mask({}), mask({one, two})).size(), std::size_t(2));
        QVERIFY((strokesSince(mask({one}), mask({one, two})) == std::vector<MaskStroke>{two}));
        QVERIFY(strokesSince(mask({one, two}), mask({one})).empty()); // taken back
        QVERIFY(strokesSince(mask({two}), mask({one, two})).empty());
        QVERIFY(strokesSince(mask({}), mask({one}, "/a.png")).empty());
    }
};

QTEST_APPLESS_MAIN(TestBrush)
#include "test_brush.moc"
