#include "ui/viewer/photo_view.h"

#include "ui/viewer/split_handle.h"
#include "ui/viewer/tile_maker.h"
#include "viewer_fixture.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

using namespace autochrome;

namespace {

constexpr int waitMilliseconds = 30000;
constexpr QSize viewSize(800, 600);

bool isGrey(QRgb colour)
{
    return qRed(colour) == qGreen(colour) && qGreen(colour) == qBlue(colour);
}

/// Share of pixels in an area that are not grey.
double colouredShare(const QImage& image, const QRect& area)
{
    int coloured = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            coloured += !isGrey(image.pixel(x, y));
    return double(coloured) / (area.width() * area.height());
}

} // namespace

class TestPhotoView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void emptyViewIsNeutral();
    void photoIsFittedAndGreyBeforeRendering();
    void splitShowsBeforeLeftAndAfterRight();
    void handleIsDraggedByMouse();
    void handleIsDraggedByTouch();
    void handleMovesByKeyboard();
    void doubleClickCentresHandle();
    void handleIsAccessible();
    void labelsFadeInNearHandle();
    void wheelZoomsAtCursor();
    void smallWheelStepsAddUp();
    void keysZoom();
    void dragPans();
    void arrowKeysPan();
    void spacePansOverHandle();
    void doubleClickTogglesFit();
    void pinchZoomsAndPans();
    void sideBySideShowsBoth();
    void sideBySideIsSynced();
    void flipTogglesByClickAndKey();
    void beforeIsShownWhileAsked_data();
    void beforeIsShownWhileAsked();
    void backslashHeldShowsBefore();
    void newRenderingChangesPixels();
    void resultIsShownAfterTheHandle();
    void modeIsSignalled();
    void resizingKeepsFit();
    void oddPhotos_data();
    void oddPhotos();

private:
    void show(ViewedPhoto& photo);
    void settle();
    QImage shot() { return view_->grab().toImage().convertToFormat(QImage::Format_RGB32); }
    SplitHandle* handle() { return view_->findChild<SplitHandle*>(); }
    int handleX() { return handle()->geometry().center().x() + 1; }
    void wheel(QPointF position, int angle);
    QPoint photoPixelAt(QPoint position);

    std::unique_ptr<ViewedPhoto> photo_;
    std::optional<Rendering> rendering_;
    std::unique_ptr<PhotoView> view_;
    QPointingDevice* touchScreen_ = nullptr;
};

void TestPhotoView::initTestCase()
{
    photo_ = std::make_unique<ViewedPhoto>(cv::Size(1600, 1200));
    rendering_ = photo_->rendering();
    touchScreen_ = QTest::createTouchDevice();
}

void TestPhotoView::init()
{
    view_ = std::make_unique<PhotoView>();
    view_->resize(viewSize);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    view_->activateWindow();
    view_->setFocus();
}

void TestPhotoView::cleanup()
{
    view_.reset();
}

void TestPhotoView::show(ViewedPhoto& photo)
{
    view_->setPhoto(photo.photo());
    view_->setRendering(&photo == photo_.get() ? *rendering_ : photo.rendering());
    settle();
}

void TestPhotoView::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(view_->isSettled(), waitMilliseconds);
    QCoreApplication::processEvents();
}

void TestPhotoView::wheel(QPointF position, int angle)
{
    QWheelEvent event(position, view_->mapToGlobal(position), {}, {0, angle}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view_.get(), &event);
}

/// Which pixel of photo_ is shown there, found by its looks; the view must be at 1:1 and grey.
QPoint TestPhotoView::photoPixelAt(QPoint position)
{
    const QImage image = shot();
    const cv::Mat& pixels = photo_->photo()->pixels;
    constexpr int side = 24;
    for (int y = 0; y + side <= pixels.rows; ++y)
        for (int x = 0; x + side <= pixels.cols; ++x) {
            bool same = true;
            for (int i = 0; same && i < side; ++i)
                for (int j = 0; same && j < side; ++j)
                    same = qRed(image.pixel(position.x() + j, position.y() + i)) ==
                           pixels.at<std::uint8_t>(y + i, x + j);
            if (same)
                return {x, y};
        }
    return {-1, -1};
}

void TestPhotoView::emptyViewIsNeutral()
{
    const QImage image = shot();
    const QRgb surround = qRgb(surroundGrey, surroundGrey, surroundGrey);
    QCOMPARE(image.pixel(0, 0), surround);
    QCOMPARE(image.pixel(400, 300), surround);
    // Nothing to zoom or flip, and nothing breaks.
    QTest::keyClick(view_.get(), Qt::Key_Plus);
    QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, {400, 300});
    wheel({400, 300}, 120);
    QVERIFY(!handle()->isVisible());
    view_->setPhoto(photo_->photo());
    settle();
    view_->setPhoto(nullptr);
    QCOMPARE(shot().pixel(400, 300), surround);
}

void TestPhotoView::photoIsFittedAndGreyBeforeRendering()
{
    QSignalSpy zoomed(view_.get(), &PhotoView::zoomChanged);
    view_->setPhoto(photo_->photo());
    QVERIFY(view_->isFitted());
    QCOMPARE(view_->zoom(), 0.5);
    QCOMPARE(zoomed.last().first().toDouble(), 0.5);
    settle();
    QVERIFY(!view_->hasAfter());
    QVERIFY(!handle()->isVisible());
    const QImage image = shot();
    QCOMPARE(colouredShare(image, image.rect()), 0.0);
    // The photo is there: not all of one grey.
    QVERIFY(image.pixel(100, 100) != image.pixel(400, 300) ||
            image.pixel(200, 500) != image.pixel(700, 50));
}

void TestPhotoView::splitShowsBeforeLeftAndAfterRight()
{
    show(*photo_);
    QCOMPARE(view_->mode(), CompareMode::Split);
    QVERIFY(handle()->isVisible());
    QCOMPARE(handleX(), 400);
    const QImage image = shot();
    QCOMPARE(colouredShare(image, {0, 60, 370, 540}), 0.0);
    QVERIFY(colouredShare(image, {430, 60, 370, 540}) > 0.7);
    // Left of the border the source as it is: at 1:1 its very pixels.
    view_->zoomTo(1);
    settle();
    QVERIFY(photoPixelAt({100, 300}) == QPoint(500, 600));
    view_->setSplitPosition(0.25);
    const QImage moved = shot();
    QCOMPARE(colouredShare(moved, {0, 60, 170, 540}), 0.0);
    QVERIFY(colouredShare(moved, {230, 60, 570, 540}) > 0.7);
}

void TestPhotoView::handleIsDraggedByMouse()
{
    show(*photo_);
    QSignalSpy moved(view_.get(), &PhotoView::splitPositionChanged);
    // Caught beside the line, it keeps that distance.
    QTest::mousePress(handle(), Qt::LeftButton, {}, {30, 300});
    QTest::mouseMove(handle(), QPoint(30 + 200, 300));
    QCOMPARE(view_->splitPosition(), 0.75);
    QCOMPARE(handleX(), 600);
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

void TestPhotoView::handleIsDraggedByTouch()
{
    show(*photo_);
    const auto at = [&](int x) {
        return handle()->mapFromGlobal(view_->mapToGlobal(QPoint(x, 300)));
    };
    QTest::touchEvent(handle(), touchScreen_).press(0, at(400), handle());
    QTest::touchEvent(handle(), touchScreen_).move(0, at(200), handle());
    QCOMPARE(view_->splitPosition(), 0.25);
    QTest::touchEvent(handle(), touchScreen_).move(0, at(160), handle());
    QCOMPARE(view_->splitPosition(), 0.2);
    QTest::touchEvent(handle(), touchScreen_).release(0, at(160), handle());
    QCOMPARE(view_->splitPosition(), 0.2);
}

void TestPhotoView::handleMovesByKeyboard()
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

void TestPhotoView::doubleClickCentresHandle()
{
    show(*photo_);
    view_->setSplitPosition(0.8);
    QTest::mouseDClick(handle(), Qt::LeftButton, {}, handle()->rect().center());
    QCOMPARE(view_->splitPosition(), 0.5);
    QVERIFY(view_->isFitted()); // it was not taken for one on the photo
}

void TestPhotoView::handleIsAccessible()
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

void TestPhotoView::labelsFadeInNearHandle()
{
    show(*photo_);
    // The real pointer may rest on the handle, which would keep them.
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(handle(), &leave);
    const auto hover = [&](QPointF position) {
        QMouseEvent event(QEvent::MouseMove, position, view_->mapToGlobal(position), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view_.get(), &event);
    };
    hover({50, 500});
    QTest::qWait(400);
    const QRect corner(300, 8, 78, 36); // left of the line, where "Before" stands
    const QImage without = shot().copy(corner);
    hover({330, 500});
    QTRY_VERIFY(shot().copy(corner) != without);
    hover({50, 500});
    QTRY_COMPARE(shot().copy(corner), without);
}

void TestPhotoView::wheelZoomsAtCursor()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    const QPoint cursor(150, 450);
    const QPoint under = photoPixelAt(cursor);
    QCOMPARE(under, QPoint(550, 750));
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

void TestPhotoView::smallWheelStepsAddUp()
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

void TestPhotoView::keysZoom()
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

void TestPhotoView::dragPans()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(400, 300));
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, {200, 200});
    QTest::mouseMove(view_.get(), QPoint(230, 260));
    QTest::mouseMove(view_.get(), QPoint(303, 171));
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, {303, 171});
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(400 - 103, 300 + 29));
    // Not beyond the photo.
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, {10, 10});
    QTest::mouseMove(view_.get(), QPoint(4000, 4000));
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, {4000, 4000});
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(0, 0));
}

void TestPhotoView::arrowKeysPan()
{
    view_->setPhoto(photo_->photo());
    view_->zoomTo(1);
    settle();
    QTest::keyClick(view_.get(), Qt::Key_Right);
    settle();
    const QPoint right = photoPixelAt({0, 0});
    QVERIFY(right.x() > 400 && right.y() == 300);
    QTest::keyClick(view_.get(), Qt::Key_Down, Qt::ShiftModifier);
    settle();
    QVERIFY(photoPixelAt({0, 0}).y() > 400);
}

void TestPhotoView::spacePansOverHandle()
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

void TestPhotoView::doubleClickTogglesFit()
{
    view_->setPhoto(photo_->photo());
    settle();
    const QPoint cursor(200, 150); // photo pixel 400, 300
    QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, cursor);
    QCOMPARE(view_->zoom(), 1.0);
    settle();
    QCOMPARE(photoPixelAt(cursor), QPoint(400, 300));
    QTest::mouseDClick(view_.get(), Qt::LeftButton, {}, cursor);
    QVERIFY(view_->isFitted());
}

void TestPhotoView::pinchZoomsAndPans()
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
    QCOMPARE(photoPixelAt({0, 0}), QPoint(400, 300));
    QTest::touchEvent(view_.get(), touchScreen_).move(0, {340, 320}).move(1, {540, 320});
    QTest::touchEvent(view_.get(), touchScreen_).release(0, {340, 320}).release(1, {540, 320});
    QCOMPARE(view_->zoom(), 1.0);
    settle();
    QCOMPARE(photoPixelAt({0, 0}), QPoint(360, 280));
}

void TestPhotoView::sideBySideShowsBoth()
{
    show(*photo_);
    view_->setMode(CompareMode::SideBySide);
    settle();
    QVERIFY(!handle()->isVisible());
    const QImage image = shot();
    // 396 x 297 each, in the middle of its pane.
    QCOMPARE(view_->zoom(), 396.0 / 1600);
    QCOMPARE(colouredShare(image, {0, 152, 396, 296}), 0.0);
    QVERIFY(colouredShare(image, {404, 200, 396, 240}) > 0.7);
    QCOMPARE(image.pixel(400, 300), qRgb(surroundGrey, surroundGrey, surroundGrey));
    QCOMPARE(image.pixel(100, 100), qRgb(surroundGrey, surroundGrey, surroundGrey));
}

void TestPhotoView::sideBySideIsSynced()
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

void TestPhotoView::flipTogglesByClickAndKey()
{
    show(*photo_);
    view_->setMode(CompareMode::Flip);
    settle();
    const QRect middle(200, 200, 400, 300);
    QVERIFY(colouredShare(shot(), middle) > 0.7);
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, {300, 300});
    QCOMPARE(colouredShare(shot(), middle), 0.0);
    QTest::mouseClick(view_.get(), Qt::LeftButton, {}, {300, 300});
    QVERIFY(colouredShare(shot(), middle) > 0.7);
    QTest::keyClick(view_.get(), Qt::Key_Space);
    QCOMPARE(colouredShare(shot(), middle), 0.0);
    QTest::keyClick(view_.get(), Qt::Key_Space);
    QVERIFY(colouredShare(shot(), middle) > 0.7);
    // A drag is no click.
    view_->zoomTo(1);
    settle();
    QTest::mousePress(view_.get(), Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(view_.get(), QPoint(350, 350));
    QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, {350, 350});
    settle();
    QVERIFY(colouredShare(shot(), middle) > 0.7);
}

void TestPhotoView::beforeIsShownWhileAsked_data()
{
    QTest::addColumn<CompareMode>("mode");
    QTest::newRow("split") << CompareMode::Split;
    QTest::newRow("side by side") << CompareMode::SideBySide;
    QTest::newRow("flip") << CompareMode::Flip;
}

void TestPhotoView::beforeIsShownWhileAsked()
{
    QFETCH(CompareMode, mode);
    show(*photo_);
    view_->setMode(mode);
    settle();
    const QRect right(420, 220, 370, 200);
    QVERIFY(colouredShare(shot(), right) > 0.7);
    view_->setShowingBefore(true);
    QVERIFY(view_->isShowingBefore());
    const QImage before = shot();
    QCOMPARE(colouredShare(before, before.rect()), 0.0);
    QVERIFY(!handle()->isVisible());
    view_->setShowingBefore(false);
    QVERIFY(colouredShare(shot(), right) > 0.7);
    QCOMPARE(handle()->isVisible(), mode == CompareMode::Split);
}

void TestPhotoView::backslashHeldShowsBefore()
{
    show(*photo_);
    QTest::keyPress(view_.get(), Qt::Key_Backslash);
    QVERIFY(view_->isShowingBefore());
    QTest::keyRelease(view_.get(), Qt::Key_Backslash);
    QVERIFY(!view_->isShowingBefore());
    // From the handle, too, although it is hidden meanwhile.
    handle()->setFocus();
    QTest::keyPress(handle(), Qt::Key_Backslash);
    QVERIFY(view_->isShowingBefore());
    QTest::keyRelease(view_.get(), Qt::Key_Backslash);
    QVERIFY(!view_->isShowingBefore());
}

void TestPhotoView::newRenderingChangesPixels()
{
    show(*photo_);
    const QRect right(420, 60, 370, 500);
    const QImage first = shot().copy(right);
    view_->setRendering(photo_->rendering(0.2));
    settle();
    const QImage second = shot().copy(right);
    QVERIFY(first != second);
    view_->setRendering(photo_->rendering(1));
    settle();
    QCOMPARE(shot().copy(right), first);
    view_->setRendering(std::nullopt);
    QCOMPARE(colouredShare(shot(), right), 0.0);
}

void TestPhotoView::resultIsShownAfterTheHandle()
{
    auto result = std::make_shared<Photo>();
    result->pixels = cv::Mat(photo_->photo()->pixels.size(), CV_8UC3, cv::Scalar(200, 30, 10));
    view_->setPhoto(photo_->photo());
    settle();
    QVERIFY(!handle()->isVisible());
    view_->setResult(result);
    QVERIFY(view_->hasAfter());
    QVERIFY(handle()->isVisible());
    settle();
    const QImage image = shot();
    QCOMPARE(image.pixelColor(600, 300), QColor(200, 30, 10));
    QVERIFY(isGrey(image.pixel(200, 300)));
    view_->setResult(nullptr);
    QVERIFY(!handle()->isVisible());
}

void TestPhotoView::modeIsSignalled()
{
    QSignalSpy changed(view_.get(), &PhotoView::modeChanged);
    view_->setMode(CompareMode::Flip);
    view_->setMode(CompareMode::Flip);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.last().first().value<CompareMode>(), CompareMode::Flip);
}

void TestPhotoView::resizingKeepsFit()
{
    show(*photo_);
    view_->resize(400, 300);
    QTRY_COMPARE(view_->zoom(), 0.25);
    settle();
    QVERIFY(view_->isFitted());
    QTRY_COMPARE(handleX(), 200);
}

void TestPhotoView::oddPhotos_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("type");
    QTest::newRow("1 x 1") << QSize(1, 1) << CV_8UC1;
    QTest::newRow("1 x 10000") << QSize(1, 10000) << CV_8UC1;
    QTest::newRow("10000 x 1") << QSize(10000, 1) << CV_8UC3;
    QTest::newRow("16 bit") << QSize(700, 500) << CV_16UC1;
    QTest::newRow("16 bit, alpha") << QSize(700, 500) << CV_16UC4;
}

void TestPhotoView::oddPhotos()
{
    QFETCH(QSize, size);
    QFETCH(int, type);
    ViewedPhoto photo({size.width(), size.height()}, type);
    show(photo);
    const QImage fitted = shot();
    // It is to be seen: something on the middle lines differs from the surround.
    int seen = 0;
    const QRgb surround = qRgb(surroundGrey, surroundGrey, surroundGrey);
    for (int x = 0; x < fitted.width(); ++x)
        seen += fitted.pixel(x, 300) != surround || fitted.pixel(x, 299) != surround;
    QVERIFY(seen > 0);
    for (const CompareMode mode :
         {CompareMode::SideBySide, CompareMode::Flip, CompareMode::Split}) {
        view_->setMode(mode);
        for (const double zoom : {1.0, 0.3, 32.0, 0.01}) {
            view_->zoomTo(zoom);
            settle();
            QVERIFY(!shot().isNull());
            view_->setSplitPosition(zoom / 32);
        }
    }
}

QTEST_MAIN(TestPhotoView)
#include "test_photo_view.moc"
