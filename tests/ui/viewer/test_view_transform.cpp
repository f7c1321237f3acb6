#include "ui/viewer/view_transform.h"

#include <QTest>
#include <cmath>

using namespace autochrome;

class TestViewTransform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsWholePhoto_data();
    void fitsWholePhoto();
    void fittingLeavesAir_data();
    void fittingLeavesAir();
    void zoomKeepsAnchor_data();
    void zoomKeepsAnchor();
    void edgesLeaveNoGap();
    void smallPhotoIsCentred();
    void zoomStaysInRange();
    void zoomingOutEndsFitted();
    void smallPhotoZoomsOutToOneToOne();
    void resizingKeepsMiddle();
    void resizingKeepsFit();
    void turningKeepsMiddleAndZoom_data();
    void turningKeepsMiddleAndZoom();
    void turningKeepsFit();
    void thinPhotoIsNeverInvisible();
    void emptyPhoto();
    void coordinatesRoundTrip();

private:
    static ViewTransform transform(QSize photo, QSize view, double largestFit = 1)
    {
        ViewTransform made;
        made.setLargestFit(largestFit);
        made.setPhotoSize(photo);
        made.setViewSize(view);
        return made;
    }
};

void TestViewTransform::fitsWholePhoto_data()
{
    QTest::addColumn<QSize>("photo");
    QTest::addColumn<QSize>("view");
    QTest::addColumn<double>("largestFit");
    QTest::addColumn<double>("zoom");
    QTest::newRow("wide") << QSize(4000, 1000) << QSize(800, 600) << 1.0 << 0.2;
    QTest::newRow("tall") << QSize(1000, 4000) << QSize(800, 600) << 1.0 << 0.15;
    QTest::newRow("exact") << QSize(800, 600) << QSize(800, 600) << 1.0 << 1.0;
    QTest::newRow("small stays 1:1") << QSize(80, 60) << QSize(800, 600) << 1.0 << 1.0;
    QTest::newRow("small, dense screen") << QSize(80, 60) << QSize(800, 600) << 2.0 << 2.0;
    QTest::newRow("one pixel") << QSize(1, 1) << QSize(800, 600) << 1.0 << 1.0;
}

void TestViewTransform::fitsWholePhoto()
{
    QFETCH(QSize, photo);
    QFETCH(QSize, view);
    QFETCH(double, largestFit);
    QFETCH(double, zoom);
    const ViewTransform t = transform(photo, view, largestFit);
    QVERIFY(t.isFitted());
    QCOMPARE(t.zoom(), zoom);
    QVERIFY(QRect(QPoint(0, 0), view).contains(t.photoRect()));
    QVERIFY(!t.canPan());
    // In the middle, give or take the pixel that does not divide.
    const QRect rect = t.photoRect();
    QVERIFY(std::abs(rect.left() - (view.width() - 1 - rect.right())) <= 1);
    QVERIFY(std::abs(rect.top() - (view.height() - 1 - rect.bottom())) <= 1);
}

void TestViewTransform::fittingLeavesAir_data()
{
    QTest::addColumn<QSize>("photo");
    QTest::addColumn<QSize>("view");
    QTest::addColumn<QRect>("where");
    QTest::newRow("exact") << QSize(800, 600) << QSize(824, 624) << QRect(12, 12, 800, 600);
    QTest::newRow("wide") << QSize(4000, 1000) << QSize(824, 624) << QRect(12, 212, 800, 200);
    QTest::newRow("smaller") << QSize(80, 60) << QSize(800, 600) << QRect(360, 270, 80, 60);
    QTest::newRow("tiny view") << QSize(600, 600) << QSize(40, 40) << QRect(5, 5, 30, 30);
}

void TestViewTransform::fittingLeavesAir()
{
    QFETCH(QSize, photo);
    QFETCH(QSize, view);
    QFETCH(QRect, where);
    ViewTransform t = transform(photo, view);
    t.setAir(12);
    QCOMPARE(t.photoRect(), where);
    // Only a fitted photo: a zoomed one reaches the edges.
    t.zoomTo(20, {1, 1});
    QVERIFY(t.photoRect().contains(QRect(QPoint(0, 0), view)));
    t.fit();
    QCOMPARE(t.photoRect(), where);
}

void TestViewTransform::zoomKeepsAnchor_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<QPointF>("anchor");
    QTest::newRow("in") << 1.5 << QPointF(300, 200);
    QTest::newRow("in far") << 6.0 << QPointF(511.5, 77.25);
    QTest::newRow("out") << 0.8 << QPointF(420, 300);
    QTest::newRow("one wheel unit") << std::exp2(1 / 240.0) << QPointF(100, 500);
}

void TestViewTransform::zoomKeepsAnchor()
{
    QFETCH(double, factor);
    QFETCH(QPointF, anchor);
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.zoomTo(1, {400, 300});
    const QPointF before = t.toPhoto(anchor);
    t.zoomBy(factor, anchor);
    QCOMPARE(t.zoom(), factor);
    const QPointF after = t.toPhoto(anchor);
    QVERIFY(std::hypot(after.x() - before.x(), after.y() - before.y()) < 1e-6);
}

void TestViewTransform::edgesLeaveNoGap()
{
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.zoomTo(1, {400, 300});
    QVERIFY(t.canPan());
    QVERIFY(t.pan({100000, 100000}));
    QCOMPARE(t.photoRect().topLeft(), QPoint(0, 0));
    QVERIFY(!t.pan({10, 10}));
    QVERIFY(t.pan({-100000, -100000}));
    QCOMPARE(t.photoRect().bottomRight(), QPoint(799, 599));
    // Zooming out in a corner must not open a gap either.
    t.zoomBy(0.5, {799, 599});
    QVERIFY(t.photoRect().contains(QRect(0, 0, 800, 600)));
}

void TestViewTransform::smallPhotoIsCentred()
{
    ViewTransform t = transform({100, 3000}, {801, 600});
    t.zoomTo(1, {0, 0});
    QCOMPARE(t.photoRect().x(), 350);
    QVERIFY(!t.pan({50, 0}));
    QVERIFY(t.pan({0, -50}));
}

void TestViewTransform::zoomStaysInRange()
{
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.zoomTo(1e9, {400, 300});
    QCOMPARE(t.zoom(), ViewTransform::maximumZoom);
    t.zoomTo(0, {400, 300});
    QCOMPARE(t.zoom(), t.minimumZoom());
    QVERIFY(t.zoom() > 0);
    const double before = t.zoom();
    t.zoomTo(std::nan(""), {400, 300});
    QCOMPARE(t.zoom(), before);
}

void TestViewTransform::zoomingOutEndsFitted()
{
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.zoomTo(0.25, {0, 0});
    QVERIFY(!t.isFitted());
    t.zoomBy(0.1, {0, 0});
    QVERIFY(t.isFitted());
    QCOMPARE(t.zoom(), 0.2);
}

void TestViewTransform::smallPhotoZoomsOutToOneToOne()
{
    ViewTransform t = transform({80, 60}, {800, 600}, 2);
    QCOMPARE(t.zoom(), 2.0);
    t.zoomBy(0.1, {400, 300});
    QCOMPARE(t.zoom(), 1.0);
    t.zoomTo(0.5, {400, 300}); // asked for outright
    QCOMPARE(t.zoom(), 0.5);
}

void TestViewTransform::resizingKeepsMiddle()
{
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.zoomTo(1.25, {123, 456});
    const QPointF middle = t.toPhoto({400, 300});
    t.setViewSize({1000, 500});
    const QPointF after = t.toPhoto({500, 250});
    QVERIFY(std::hypot(after.x() - middle.x(), after.y() - middle.y()) < 1e-6);
    QCOMPARE(t.zoom(), 1.25);
}

void TestViewTransform::resizingKeepsFit()
{
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.setViewSize({400, 300});
    QVERIFY(t.isFitted());
    QCOMPARE(t.zoom(), 0.1);
}

void TestViewTransform::turningKeepsMiddleAndZoom_data()
{
    QTest::addColumn<QSize>("photo");
    QTest::addColumn<QPointF>("middle");
    QTest::newRow("to the left") << QSize(3000, 4000) << QPointF(2000, 2500);
    QTest::newRow("to the right") << QSize(3000, 4000) << QPointF(1000, 1500);
    QTest::newRow("upside down") << QSize(4000, 3000) << QPointF(2500, 1000);
}

void TestViewTransform::turningKeepsMiddleAndZoom()
{
    QFETCH(QSize, photo);
    QFETCH(QPointF, middle);
    ViewTransform made = transform({4000, 3000}, {800, 600});
    made.zoomTo(1, {400, 300});
    QVERIFY(made.pan({500, -500}));
    QCOMPARE(made.middle(), QPointF(1500, 2000));
    made.replacePhoto(photo, middle);
    QCOMPARE(made.photoSize(), photo);
    QCOMPARE(made.zoom(), 1.0);
    QVERIFY(!made.isFitted());
    QCOMPARE(made.middle(), middle);
    // At the edge there is no gap.
    made.replacePhoto(photo, {0, 0});
    QCOMPARE(made.photoRect().topLeft(), QPoint(0, 0));
}

void TestViewTransform::turningKeepsFit()
{
    ViewTransform made = transform({4000, 1000}, {800, 600});
    made.replacePhoto({1000, 4000}, {500, 2000});
    QVERIFY(made.isFitted());
    QCOMPARE(made.zoom(), 0.15);
    QCOMPARE(made.photoRect().height(), 600);
}

void TestViewTransform::thinPhotoIsNeverInvisible()
{
    const ViewTransform t = transform({1, 10000}, {800, 600});
    QCOMPARE(t.scaledSize(), QSize(1, 600));
    QCOMPARE(t.visibleRect().size(), QSize(1, 600));
}

void TestViewTransform::emptyPhoto()
{
    ViewTransform t = transform({}, {800, 600});
    QVERIFY(t.visibleRect().isEmpty());
    t.zoomBy(2, {400, 300});
    t.pan({10, 10});
    QVERIFY(t.visibleRect().isEmpty());
    ViewTransform noView = transform({100, 100}, {});
    QVERIFY(noView.visibleRect().isEmpty());
}

void TestViewTransform::coordinatesRoundTrip()
{
    ViewTransform t = transform({4000, 3000}, {800, 600});
    t.zoomTo(0.73, {17, 590});
    const QPointF point(1234.5, 678.25);
    const QPointF back = t.toPhoto(t.toView(point));
    QVERIFY(std::hypot(back.x() - point.x(), back.y() - point.y()) < 1e-9);
}

QTEST_GUILESS_MAIN(TestViewTransform)
#include "test_view_transform.moc"
