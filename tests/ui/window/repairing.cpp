#include "tests/ui/window/repairing.h"

#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/repair/brush_overlay.h"
#include "ui/tools/adjust_panel.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_stage.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPushButton>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace autochrome::repairing {

namespace {

bool isRepaired(const MainWindow& window)
{
    const PhotoDocument* document = window.session()->shown();
    return isColoured(window) && document->repairedBy() == document->recipe().repair;
}

} // namespace

BrushOverlay* overlayOf(const MainWindow& window)
{
    // One that is hidden has had its time.
    for (auto* overlay : window.stage()->view()->findChildren<BrushOverlay*>())
        if (!overlay->isHidden())
            return overlay;
    return nullptr;
}

QPushButton* button(const MainWindow& window, const char* name)
{
    return window.panel()->findChild<QPushButton*>(name);
}

QPoint placeOf(const MainWindow& window, cv::Point2d pixel)
{
    return window.stage()->view()->fromPhoto({pixel.x, pixel.y}).toPoint();
}

QString scratched(const WindowFixture& fixture, const QString& name)
{
    const QString path = fixture.makePhoto(name, 300, 200);
    cv::Mat picture = cv::imread(path.toStdString(), cv::IMREAD_UNCHANGED);
    cv::line(picture, scratchFrom, scratchTo, cv::Scalar::all(255), 3);
    cv::imwrite(path.toStdString(), picture);
    return path;
}

std::unique_ptr<MainWindow> openRepair(const QStringList& photos)
{
    auto window = openWindow(photos);
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qWarning("the window is not active");
    window->actions()[Command::Repair]->trigger();
    return window;
}

bool waits(const MainWindow& window)
{
    return QTest::qWaitFor(
        [&] { return isRepaired(window) && window.stage()->view()->isSettled(); }, patience);
}

cv::Mat changedPixels(const MainWindow& window)
{
    const PhotoDocument* document = window.session()->shown();
    cv::Mat changed;
    cv::absdiff(document->before()->pixels, document->photo()->pixels, changed);
    if (changed.channels() > 1) {
        cv::Mat grey;
        cv::transform(changed, grey, cv::Matx13f(1, 1, 1));
        changed = grey;
    }
    return changed != 0;
}

int scratchLeft(const MainWindow& window)
{
    const cv::Mat& pixels = window.session()->shown()->before()->pixels;
    cv::Mat grey = pixels;
    if (pixels.channels() > 1)
        cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    int left = 0;
    for (int i = 10; i <= 90; ++i) {
        const cv::Point2d at = cv::Point2d(scratchFrom) +
                               (cv::Point2d(scratchTo) - cv::Point2d(scratchFrom)) * (i / 100.0);
        left += grey.at<uchar>(cv::Point(at)) > 250 ? 1 : 0;
    }
    return left;
}

void draw(const MainWindow& window, cv::Point2d from, cv::Point2d to, Qt::MouseButton mouse,
          Qt::KeyboardModifiers modifiers)
{
    QWidget* overlay = overlayOf(window);
    QTest::mousePress(overlay, mouse, modifiers, placeOf(window, from));
    // QTest::mouseMove() holds no button.
    for (int i = 1; i <= 8; ++i) {
        const QPoint place = placeOf(window, from + (to - from) * (i / 8.0));
        QMouseEvent move(QEvent::MouseMove, place, overlay->mapToGlobal(place), Qt::NoButton, mouse,
                         modifiers);
        QApplication::sendEvent(overlay, &move);
    }
    QTest::mouseRelease(overlay, mouse, modifiers, placeOf(window, to));
}

QColor seenAt(const MainWindow& window, cv::Point2d pixel)
{
    BrushOverlay* overlay = overlayOf(window);
    QImage picture(overlay->size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    overlay->render(&picture, {}, {}, {});
    return picture.pixelColor(placeOf(window, pixel));
}

} // namespace autochrome::repairing
