#include "photo_view_test.h"
#include "ui/viewer/split_handle.h"
#include "ui/viewer/tile_maker.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace autochrome;

class TestPhotoView : public PhotoViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyViewIsNeutral();
    void photoIsFittedAndGreyBeforeRendering();
    void splitShowsBeforeLeftAndAfterRight();
    void labelsFadeInNearHandle();
    void sideBySideShowsBoth();
    void alternatesByClickAndKey();
    void beforeIsShownWhileAsked_data();
    void beforeIsShownWhileAsked();
    void backslashHeldShowsBefore();
    void newRenderingChangesPixels();
    void resultIsShownAfterTheHandle();
    void modeIsSignalled();
    void oddPhotos_data();
    void oddPhotos();
};

void TestPhotoView::emptyViewIsNeutral()
{
    const QImage image = shot();
    const QRgb surround = qRgb(surroundGrey, surroundGrey, surroundGrey);
    QCOMPARE(image.pixel(0, 0), surround);
    QCOMPARE(image.pixel(400, 300), surround);
    // Nothing to zoom or alternate, and nothing breaks.
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
    // Twelve pixels of air on every side.
    const QRgb surround = qRgb(surroundGrey, surroundGrey, surroundGrey);
    for (const QPoint air : {QPoint(11, 300), QPoint(788, 300), QPoint(400, 11), QPoint(400, 588)})
        QCOMPARE(shot().pixel(air), surround);
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
    QVERIFY(photoPixelAt({100, 300}) == QPoint(476, 576));
    view_->setSplitPosition(0.25);
    const QImage moved = shot();
    QCOMPARE(colouredShare(moved, {0, 60, 170, 540}), 0.0);
    QVERIFY(colouredShare(moved, {230, 60, 570, 540}) > 0.7);
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
    const QRect corner(300, 20, 78, 36); // left of the line, where "Before" stands
    const QImage without = shot().copy(corner);
    hover({330, 500});
    QTRY_VERIFY(shot().copy(corner) != without);
    hover({50, 500});
    QTRY_COMPARE(shot().copy(corner), without);
}

void TestPhotoView::sideBySideShowsBoth()
{
    show(*photo_);
    view_->setMode(CompareMode::SideBySide);
    settle();
    QVERIFY(!handle()->isVisible());
    const QImage image = shot();
    // 372 x 279 each, in the middle of its pane.
    QCOMPARE(view_->zoom(), 372.0 / 1552);
    QCOMPARE(colouredShare(image, {0, 152, 396, 296}), 0.0);
    QVERIFY(colouredShare(image, {404, 200, 396, 240}) > 0.7);
    QCOMPARE(image.pixel(400, 300), qRgb(surroundGrey, surroundGrey, surroundGrey));
    QCOMPARE(image.pixel(100, 100), qRgb(surroundGrey, surroundGrey, surroundGrey));
}

void TestPhotoView::alternatesByClickAndKey()
{
    show(*photo_);
    view_->setMode(CompareMode::Alternate);
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
    QTest::newRow("alternate") << CompareMode::Alternate;
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
    view_->setMode(CompareMode::Alternate);
    view_->setMode(CompareMode::Alternate);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.last().first().value<CompareMode>(), CompareMode::Alternate);
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
         {CompareMode::SideBySide, CompareMode::Alternate, CompareMode::Split}) {
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
