#include "photo_view_test.h"

#include "ui/viewer/split_handle.h"

#include <QPointingDevice>
#include <QTest>
#include <QWheelEvent>

namespace autochrome {
namespace {

constexpr int waitMilliseconds = 30000;
constexpr QSize viewSize(800, 600);
// With 12 pixels of air around it, it fits at 1:2.
const cv::Size photoSize(1552, 1152);

} // namespace

bool isGrey(QRgb colour)
{
    return qRed(colour) == qGreen(colour) && qGreen(colour) == qBlue(colour);
}

double colouredShare(const QImage& image, const QRect& area)
{
    int coloured = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            coloured += !isGrey(image.pixel(x, y));
    return double(coloured) / (area.width() * area.height());
}

void PhotoViewTest::initTestCase()
{
    photo_ = std::make_unique<ViewedPhoto>(photoSize);
    rendering_ = photo_->rendering();
    touchScreen_ = QTest::createTouchDevice();
}

void PhotoViewTest::init()
{
    view_ = std::make_unique<PhotoView>();
    view_->resize(viewSize);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    view_->activateWindow();
    view_->setFocus();
}

void PhotoViewTest::cleanup()
{
    view_.reset();
}

void PhotoViewTest::show(ViewedPhoto& photo)
{
    view_->setPhoto(photo.photo());
    view_->setRendering(&photo == photo_.get() ? *rendering_ : photo.rendering());
    settle();
}

void PhotoViewTest::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(view_->isSettled(), waitMilliseconds);
    QCoreApplication::processEvents();
}

void PhotoViewTest::wheel(QPointF position, int angle)
{
    QWheelEvent event(position, view_->mapToGlobal(position), {}, {0, angle}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view_.get(), &event);
}

QPoint PhotoViewTest::photoPixelAt(QPoint position)
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

SplitHandle* PhotoViewTest::handle()
{
    return view_->findChild<SplitHandle*>();
}

int PhotoViewTest::handleX()
{
    return handle()->geometry().center().x() + 1;
}

} // namespace autochrome
