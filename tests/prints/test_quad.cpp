#include "core/prints/quad.h"

#include <QtTest/QTest>

using namespace autochrome;

class TestQuad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void robustLineLeavesOutStrays()
    {
        std::vector<cv::Point2d> points;
        for (int i = 0; i < 60; ++i)
            points.emplace_back(i, i % 3 == 1 ? 40 - i : 5 + 0.1 * i);
        int inliers = 0;
        const auto line = robustLine(points, 0.5, &inliers);
        QVERIFY(line);
        QVERIFY(inliers >= 40 && inliers < 45);
        QVERIFY(std::abs(line->distance({10, 6})) < 0.01);
        QVERIFY(!robustLine({{0, 0}, {1, 1}}, 1));
    }

    void linesCross()
    {
        const auto at = crossing(lineThrough({0, 2}, {10, 2}), lineThrough({3, 0}, {3, 9}));
        QVERIFY(at && cv::norm(*at - cv::Point2d(3, 2)) < 1e-9);
        QVERIFY(!crossing(lineThrough({0, 2}, {10, 2}), lineThrough({0, 5}, {4, 5})));
    }

    void quadAroundWornCorners()
    {
        const auto quad =
            quadAround({{4, 0}, {96, 0}, {100, 4}, {100, 56}, {96, 60}, {4, 60}, {0, 56}, {0, 4}});
        QVERIFY(quad);
        QVERIFY(std::abs(areaOf(*quad) - 6000) < 1);
        QVERIFY(!quadAround({{0, 0}, {10, 0}, {5, 8}}));
    }

    void isOrderedFromTheTopLeft_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<bool>("backwards");
        for (int first = 0; first < 4; ++first)
            for (const bool backwards : {false, true})
                QTest::addRow("%d %d", first, backwards) << first << backwards;
    }
    void isOrderedFromTheTopLeft()
    {
        QFETCH(int, first);
        QFETCH(bool, backwards);
        const Quad expected{{{10, 12}, {90, 5}, {95, 70}, {14, 75}}};
        Quad quad = expected;
        if (backwards)
            std::ranges::reverse(quad);
        std::ranges::rotate(quad, quad.begin() + first);
        QVERIFY(ordered(quad) == expected);
    }

    void sharesArea()
    {
        const Quad one{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}};
        const Quad other{{{5, 5}, {20, 5}, {20, 20}, {5, 20}}};
        QVERIFY(std::abs(sharedArea(one, other) - 25) < 0.01);
        QVERIFY(isConvex(one));
        QVERIFY(!isConvex({{{0, 0}, {10, 0}, {3, 3}, {0, 10}}}));
    }
};

QTEST_GUILESS_MAIN(TestQuad)
#include "test_quad.moc"
