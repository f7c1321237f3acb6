#pragma once

#include <QColor>
#include <QPoint>
#include <QString>
#include <QStringList>
#include <memory>
#include <opencv2/core.hpp>

class QPushButton;

namespace autochrome {

class BrushOverlay;
class MainWindow;
class WindowFixture;

/// A window that repairs a photo of 300 x 200 pixels with a scratch, and a hand that draws in it.
namespace repairing {

inline constexpr int patience = 60000; ///< ms
inline const cv::Point scratchFrom(60, 50);
inline const cv::Point scratchTo(220, 120);
inline constexpr int scratchLength = 81; ///< places along it, of those that scratchLeft() counts

/// Writes a photo with a scratch of three white pixels across it.
QString scratched(const WindowFixture& fixture, const QString& name = "a.png");
/// Opens photos and begins to repair.
std::unique_ptr<MainWindow> openRepair(const QStringList& photos);

BrushOverlay* overlayOf(const MainWindow& window); ///< null while nothing is repaired
QPushButton* button(const MainWindow& window, const char* name);
QPoint placeOf(const MainWindow& window, cv::Point2d pixel);

/// Waits until what is seen is what the settings say.
bool waits(const MainWindow& window);
/// Where the photo on the screen has other pixels than its source; it has to lie as it came.
cv::Mat changedPixels(const MainWindow& window);
/// How much of the scratch is still there: places along its middle that are nearly white.
int scratchLeft(const MainWindow& window);

void draw(const MainWindow& window, cv::Point2d from, cv::Point2d to,
          Qt::MouseButton mouse = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {});
/// Of the overlay alone, as it lies over the photo.
QColor seenAt(const MainWindow& window, cv::Point2d pixel);

} // namespace repairing

} // namespace autochrome
