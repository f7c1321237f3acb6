#include "ui/training/curves/curve_points.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace autochrome;

namespace {

QList<QPointF> noisy(int count)
{
    QList<QPointF> points;
    for (int i = 0; i < count; ++i)
        points << QPointF(i, std::sin(i * 12.9898) * std::cos(i * 78.233));
    return points;
}

std::pair<double, double> extremes(const QList<QPointF>& points)
{
    const auto [low, high] =
        std::minmax_element(points.begin(), points.end(),
                            [](QPointF one, QPointF other) { return one.y() < other.y(); });
    return {low->y(), high->y()};
}

} // namespace

class TestCurvePoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesFewPointsAlone()
    {
        const QList<QPointF> points = noisy(50);
        QCOMPARE(decimated(points, 100), points);
        QVERIFY(decimated({}, 100).isEmpty());
    }

    void decimationKeepsExtremes()
    {
        QList<QPointF> points = noisy(100000);
        points[12345].setY(7);
        points[77777].setY(-9);
        const QList<QPointF> few = decimated(points, 500);
        QVERIFY2(few.size() <= 2 * 500 + 2, qPrintable(QString::number(few.size())));
        QVERIFY(few.size() >= 500);
        QVERIFY(few.contains(QPointF(12345, 7)));
        QVERIFY(few.contains(QPointF(77777, -9)));
        QCOMPARE(few.first(), points.first());
        QCOMPARE(few.last(), points.last());
        QVERIFY(std::is_sorted(few.begin(), few.end(),
                               [](QPointF one, QPointF other) { return one.x() < other.x(); }));
        for (int column = 0; column < 500; ++column) { // the outline of each pixel is the same
            const QList<QPointF> part = points.mid(column * 200 + 1, 198);
            const auto [low, high] = extremes(part);
            const auto within = [&](double y) {
                return std::any_of(few.begin(), few.end(), [&](QPointF point) {
                    return std::abs(point.x() - column * 200 - 100) <= 102 &&
                           (y < 0 ? point.y() <= y : point.y() >= y);
                });
            };
            QVERIFY(within(low) && within(high));
        }
    }

    void decimationCopesWithOddCurves()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(decimated({{0, 1}, {1, nan}, {2, 3}}, 10), (QList<QPointF>{{0, 1}, {2, 3}}));
        // All at one place; a large gap.
        QVERIFY(decimated(QList<QPointF>(1000, QPointF(5, 1)), 10).size() <= 22);
        QList<QPointF> gap = noisy(1000);
        gap << QPointF(1e9, 2);
        QVERIFY(decimated(gap, 10).size() <= 22);
        QCOMPARE(decimated(gap, 10).last(), QPointF(1e9, 2));
        QVERIFY(!decimated(gap, 0).isEmpty());
    }

    void averages()
    {
        const QList<QPointF> line{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}};
        QCOMPARE(smoothed(line, 3), (QList<QPointF>{{0, 0.5}, {1, 1}, {2, 2}, {3, 3}, {4, 3.5}}));
        QCOMPARE(smoothed(line, 1), line);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const QList<QPointF> broken{{0, 1}, {1, 1}, {2, nan}, {3, 1}, {4, 1}};
        for (const QPointF point : smoothed(broken, 3))
            QCOMPARE(point.y(), 1.0);
        QVERIFY(smoothed({}, 5).isEmpty());
        QVERIFY(smoothed({{0, nan}}, 5).isEmpty());
    }

    void usualRangeLeavesPeaksOut()
    {
        QList<QPointF> points = noisy(10000);
        points[3].setY(1000);
        const auto [low, high] = usualRange(points);
        QVERIFY(low < -0.9 && low >= -1);
        QVERIFY(high > 0.9 && high <= 1);
        QCOMPARE(usualRange({}), std::make_pair(0.0, 0.0));
        QCOMPARE(usualRange({{0, 4}}), std::make_pair(4.0, 4.0));
    }
};

QTEST_APPLESS_MAIN(TestCurvePoints)
#include "test_curve_points.moc"
