#include "ui/viewer/photo_view.h"
#include "ui/viewer/split_handle.h"
#include "viewer_fixture.h"

#include <QApplication>
#include <QtTest>

using namespace autochrome;

/// The view on a screen with two device pixels to a logical one.
class TestPhotoViewDense : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_SCALE_FACTOR", "2"); } // before there is an application

private Q_SLOTS:
    void grabHasTwiceThePixels();
    void oneToOneIsDevicePixels();
    void handleStandsOnTheBorder();
};

namespace {

constexpr int waitMilliseconds = 30000;

struct Shown
{
    Shown() : photo({1504, 1104})
    {
        view.resize(400, 300);
        view.show();
        view.setPhoto(photo.photo());
    }

    bool settle()
    {
        return QTest::qWaitFor([&] { return view.isSettled(); }, waitMilliseconds);
    }

    ViewedPhoto photo;
    PhotoView view;
};

} // namespace

void TestPhotoViewDense::grabHasTwiceThePixels()
{
    Shown shown;
    QVERIFY(shown.settle());
    QCOMPARE(shown.view.devicePixelRatioF(), 2.0);
    QCOMPARE(shown.view.zoom(), 0.5); // of 800 x 600 device pixels, 24 of air on every side
    const QImage image = shown.view.grab().toImage();
    QCOMPARE(image.size(), QSize(800, 600));
    QCOMPARE(image.devicePixelRatio(), 2.0);
}

void TestPhotoViewDense::oneToOneIsDevicePixels()
{
    Shown shown;
    shown.view.zoomTo(1);
    QVERIFY(shown.settle());
    const QImage image = shown.view.grab().toImage();
    for (int y = 0; y < 600; ++y)
        for (int x = 0; x < 800; ++x)
            QCOMPARE(qRed(image.pixel(x, y)),
                     int(shown.photo.photo()->pixels.at<std::uint8_t>(y + 252, x + 352)));
}

void TestPhotoViewDense::handleStandsOnTheBorder()
{
    Shown shown;
    shown.view.setRendering(shown.photo.rendering());
    QVERIFY(shown.settle());
    shown.view.setSplitPosition(0.3);
    auto* handle = shown.view.findChild<SplitHandle*>();
    QCOMPARE(handle->x() + handle->width() / 2, 125);
    handle->hide(); // to see what lies under it
    const QImage image = shown.view.grab().toImage();
    int coloured = 0;
    for (int y = 100; y < 600; ++y) {
        const QRgb left = image.pixel(249, y);
        QVERIFY(qRed(left) == qGreen(left) && qGreen(left) == qBlue(left));
        const QRgb right = image.pixel(250, y);
        coloured += qRed(right) != qGreen(right) || qGreen(right) != qBlue(right);
    }
    QVERIFY(coloured > 250);
}

QTEST_MAIN(TestPhotoViewDense)
#include "test_photo_view_dense.moc"
