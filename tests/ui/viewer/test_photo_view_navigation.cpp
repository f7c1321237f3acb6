// The handle of the split view, zooming and panning, by mouse, touch and keys.

#include "photo_view_test.h"
#include "ui/viewer/split_handle.h"

#include <QAccessible>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace autochrome;

class TestPhotoViewNavigation : public PhotoViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void handleIsDraggedByMouse();
    void handleIsDraggedByTouch();
    void handleMovesByKeyboard();
    void doubleClickCentresHandle();
    void handleIsAccessible();
    void wheelZoomsAtCursor();
    void smallWheelStepsAddUp();
    void keysZoom();
    void dragPans();
    void arrowKeysPan();
    void spacePansOverHandle();
    void doubleClickTogglesFit();
    void pinchZoomsAndPans();
    void sideBySideIsSynced();
    void landscapesAreStacked_data();
    void landscapesAreStacked();
    void resizingKeepsFit();
};

void TestPhotoViewNavigation::handleIsDraggedByMouse()
{
    show(*photo_);
    QSignalSpy moved(view_.get(), &PhotoView::splitPositionChanged);
    // Caught beside the line, it keeps that distance.
    QTest::mousePress(handle(), Qt::LeftButton, {}, {30, 300});
    QTest::mouseMove(handle(), QPoint(30 + 194, 300));
    QCOMPARE(view_->splitPosition(), 0.75);
    QCOMPARE(handleX(), 594);
    QTest::mouseMove(handle(), QPoint(30 + 5000, 300));
    QCOMPARE(view_->splitPosition(), 1.0);
    QTest::mouseRelease(handle(), Qt::LeftButton, {}, {30, 300});
    QVERIFY(moved.count() >= 2);
    QCOMPARE(moved.last().first().toDouble(), 1.0);
    // Released, it stays.
    QTest::mouseMove(handle(), QPoint(0, 300));
    QCOMPARE(view_->splitPosition(), 1.0);
    QVERIFY(view_->isFitted());
}

void TestPhotoViewNavigation::handleIsDraggedByTouch()
{
    show(*photo_);
    const auto at = [&](int x) {
        return handle()->mapFromGlobal(view_->mapToGlobal(QPoint(x, 300)));
    };
    QTest::touchEvent(handle(), touchScreen_).press(0, at(400), handle());
    QTest::touchEvent(handle(), touchScreen_).move(0, at(206), handle());
    QCOMPARE(view_->splitPosition(), 0.25);
    QTest::touchEvent(handle(), touchScreen_).move(0, at(303), handle());
    QCOMPARE(view_->splitPosition(), 0.375);
    QTest::touchEvent(handle(), touchScreen_).release(0, at(303), handle());
    QCOMPARE(view_->splitPosition(), 0.375);
}

void TestPhotoViewNavigation::handleMovesByKeyboard()
{
    show(*photo_);
    handle()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(handle(), Qt::Key_Right);
    QCOMPARE(view_->splitPosition(), 0.51);
    QTest::keyClick(handle(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(view_->splitPosition(), 0.41);
    QTest::keyClick(handle(), Qt::Key_End);
    QCOMPARE(view_->splitPosition(), 1.0);
    QTest::keyClick(handle(), Qt::Key_Right);
    QCOMPARE(view_->splitPosition(), 1.0);
    QTest::keyClick(handle(), Qt::Key_Home);
    QCOMPARE(view_->splitPosition(), 0.0);
    QVERIFY(view_->isFitted());
    // Other keys reach the view.
    QTest::keyClick(handle(), Qt::Key_1);
    QCOMPARE(view_->zoom(), 1.0);
}

void TestPhotoViewNavigation::doubleClickCentresHandle()
{
    show(*photo_);
    view_->setSplitPosition(0.8);
    QTest::mouseDClick(handle(), Qt::LeftButton, {}, handle()->rect().center());
    QCOMPARE(view_->splitPosition(), 0.5);
    QVERIFY(view_->isFitted()); // it was not taken for one on the photo
}

void TestPhotoViewNavigation::handleIsAccessible()
{
    show(*photo_);
    QVERIFY(!handle()->accessibleName().isEmpty());
    QVERIFY(!view_->accessibleName().isEmpty());
    QVERIFY(!view_->accessibleDescription().isEmpty());
    QCOMPARE(handle()->width(), 44);
    auto* interface = QAccessible::queryAccessibleInterface(handle());
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Slider);
    auto* value = interface->valueInterface();
    QVERIFY(value);
    QCOMPARE(value->currentValue().toInt(), 50);
    value->setCurrentValue(25);
    QCOMPARE(view_->splitPosition(), 0.25);
    QCOMPARE(value->currentValue().toInt(), 25);
    QCOMPARE(value->maximumValue().toInt(), 100);
}

void TestPhotoViewNavigation::wheelZoomsAtCursor()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    const QPoint cursor(150, 450);
    const QPoint under = photoPixelAt(cursor);
    QCOMPARE(under, QPoint(526, 726));
    wheel(cursor, 240);
    QCOMPARE(view_->zoom(), 2.0);
    wheel(cursor, 480);
    QCOMPARE(view_->zoom(), 8.0);
    settle();
    // Squares of one pixel: the same one is still under the cursor.
    const int grey = photo_->photo()->pixels.at<std::uint8_t>(under.y(), under.x());
    for (int i = 0; i < 8; ++i)
        QCOMPARE(qRed(shot().pixel(cursor + QPoint(i, i))), grey);
    wheel(cursor, -720);
    QCOMPARE(view_->zoom(), 1.0);
    settle();
    QCOMPARE(photoPixelAt(cursor), under);
}

void TestPhotoViewNavigation::smallWheelStepsAddUp()
{
    show(*photo_);
    view_->zoomTo(1);
    for (int i = 0; i < 30; ++i)
        wheel({400, 300}, 8);
    QVERIFY(std::abs(view_->zoom() - 2) < 1e-9);
    for (int i = 0; i < 20; ++i)
        wheel({400, 300}, -120);
    QVERIFY(view_->isFitted());
}

void TestPhotoViewNavigation::keysZoom()
{
    show(*photo_);
    QTest::keyClick(view_.get(), Qt::Key_1);
    QCOMPARE(view_->zoom(), 1.0);
    QVERIFY(!view_->isFitted());
    QTest::keyClick(view_.get(), Qt::Key_Plus);
    QVERIFY(view_->zoom() > 1.3);
    QTest::keyClick(view_.get(), Qt::Key_Minus);
    QVERIFY(std::abs(view_->zoom() - 1) < 1e-9);
    QTest::keyClick(view_.get(), Qt::Key_F);
    QVERIFY(view_->isFitted());
    QTest::keyClick(view_.get(), Qt::Key_1);
    QTest::keyClick(view_.get(), Qt::Key_0);
    QVERIFY(view_->isFitted());
}

void TestPhotoViewNavigation::dragPans()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(376, 276));
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, {200, 200});
    QTest::mouseMove(view_.get(), QPoint(230, 260));
    QTest::mouseMove(view_.get(), QPoint(303, 171));
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, {303, 171});
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(376 - 103, 276 + 29));
    // Not beyond the photo.
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, {10, 10});
    QTest::mouseMove(view_.get(), QPoint(4000, 4000));
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, {4000, 4000});
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(0, 0));
}

void TestPhotoViewNavigation::arrowKeysPan()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    QTest::keyClick(view_.get(), Qt::Key_Right);
    settle();
    const QPoint right = photoPixelAt({0, 0});
    QVERIFY(right.x() > 376 && right.y() == 276);
    QTest::keyClick(view_.get(), Qt::Key_Down, Qt::ShiftModifier);
    settle();
    QVERIFY(photoPixelAt({0, 0}).y() > 376);
}

void TestPhotoViewNavigation::spacePansOverHandle()
{
    show(*photo_);
    view_->zoomTo(1);
    settle();
    QTest::keyPress(view_.get(), Qt::Key_Space);
    QVERIFY(handle()->testAttribute(Qt::WA_TransparentForMouseEvents));
    QTest::keyRelease(view_.get(), Qt::Key_Space);
    QVERIFY(!handle()->testAttribute(Qt::WA_TransparentForMouseEvents));
    QCOMPARE(view_->mode(), CompareMode::Split);
    QVERIFY(!view_->isShowingBefore());
}

void TestPhotoViewNavigation::doubleClickTogglesFit()
{
    view_->setPhoto(photo_->photo());
    settle();
    const QPoint cursor(200, 150); // photo pixel 376, 276
    QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, cursor);
    QCOMPARE(view_->zoom(), 1.0);
    settle();
    QCOMPARE(photoPixelAt(cursor), QPoint(376, 276));
    QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, cursor);
    QVERIFY(view_->isFitted());
}

void TestPhotoViewNavigation::pinchZoomsAndPans()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    QTest::touchEvent(view_.get(), touchScreen_).press(0, {300, 300}).press(1, {500, 300});
    QTest::touchEvent(view_.get(), touchScreen_).move(0, {200, 300}).move(1, {600, 300});
    QCOMPARE(view_->zoom(), 2.0);
    QTest::touchEvent(view_.get(), touchScreen_).move(0, {300, 300}).move(1, {500, 300});
    QCOMPARE(view_->zoom(), 1.0);
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(376, 276));
    QTest::touchEvent(view_.get(), touchScreen_).move(0, {340, 320}).move(1, {540, 320});
    QTest::touchEvent(view_.get(), touchScreen_).release(0, {340, 320}).release(1, {540, 320});
    QCOMPARE(view_->zoom(), 1.0);
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(336, 256));
}

void TestPhotoViewNavigation::sideBySideIsSynced()
{
    // Without colour both panes must show the very same pixels, wherever one zooms and pans.
    view_->setPhoto(photo_->photo());
    view_->setMode(CompareMode::SideBySide);
    view_->zoomTo(1);
    settle();
    const auto same = [&] {
        const QImage image = shot();
        return image.copy(0, 0, 396, 600) == image.copy(404, 0, 396, 600);
    };
    QVERIFY(same());
    wheel({500, 100}, 120);
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, {600, 300});
    QTest::mouseMove(view_.get(), QPoint(650, 340));
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, {650, 340});
    settle();
    QVERIFY(view_->zoom() > 1.3);
    QVERIFY(same());
    // The point under the cursor in the second pane stayed.
    view_->zoomTo(1);
    settle();
    const QPoint under = photoPixelAt({500, 100});
    wheel({500, 100}, 240);
    wheel({500, 100}, -240);
    settle();
    QCOMPARE(photoPixelAt({500, 100}), under);
}

void TestPhotoViewNavigation::landscapesAreStacked_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("stacked");
    QTest::newRow("panorama") << QSize(1600, 400) << true;
    QTest::newRow("landscape") << QSize(1500, 1000) << true;
    QTest::newRow("portrait") << QSize(1000, 1500) << false;
    QTest::newRow("smaller than the view") << QSize(60, 40) << false;
}

void TestPhotoViewNavigation::landscapesAreStacked()
{
    QFETCH(QSize, size);
    QFETCH(bool, stacked);
    ViewedPhoto photo({size.width(), size.height()});
    view_->setPhoto(photo.photo());
    view_->setMode(CompareMode::SideBySide);
    const double beside = std::min({372.0 / size.width(), 576.0 / size.height(), 2.0});
    const double above = std::min({776.0 / size.width(), 272.0 / size.height(), 2.0});
    QCOMPARE(view_->zoom(), stacked ? above : beside);
    settle();
    // Before and after are the same without colour, each in its half.
    const QImage image = shot();
    const QRect first = stacked ? QRect(0, 0, 800, 296) : QRect(0, 0, 396, 600);
    const QPoint second = stacked ? QPoint(0, 304) : QPoint(404, 0);
    const QRect lower(second, first.size());
    // (below the labels that tell them apart)
    const QRect part = stacked ? QRect(0, 90, 800, 206) : QRect(0, 310, 396, 290);
    QCOMPARE(image.copy(part.translated(second)), image.copy(part));
    QVERIFY(image.copy(lower) != QImage());
    const double zoom = view_->zoom();
    wheel(QPointF(lower.center()), 240); // in the second pane
    QCOMPARE(view_->zoom(), 2 * zoom);
    settle();
    const QImage zoomed = shot();
    QCOMPARE(zoomed.copy(part.translated(second)), zoomed.copy(part));
}

void TestPhotoViewNavigation::resizingKeepsFit()
{
    show(*photo_);
    view_->resize(400, 300);
    QTRY_COMPARE(view_->zoom(), 276.0 / 1152);
    settle();
    QVERIFY(view_->isFitted());
    QTRY_COMPARE(handleX(), 200);
}

QTEST_MAIN(TestPhotoViewNavigation)
#include "test_photo_view_navigation.moc"
