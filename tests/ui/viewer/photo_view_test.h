#pragma once

#include "ui/viewer/photo_view.h"
#include "viewer_fixture.h"

#include <QImage>
#include <QObject>
#include <memory>
#include <optional>

class QPointingDevice;

namespace autochrome {

class SplitHandle;

/// What the tests of the view share: a window with it, 800 x 600, and a photo of 1552 x 1152
/// that fits at 1:2.
class PhotoViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

protected:
    /// Shows the photo with its rendering, until nothing is loaded any more.
    void show(ViewedPhoto& photo);
    void settle();
    QImage shot() { return view_->grab().toImage().convertToFormat(QImage::Format_RGB32); }
    SplitHandle* handle();
    int handleX();
    void wheel(QPointF position, int angle);
    /// Which pixel of photo_ is shown there, found by its looks; the view must be at 1:1 and grey.
    QPoint photoPixelAt(QPoint position);

    std::unique_ptr<ViewedPhoto> photo_;
    std::optional<Rendering> rendering_;
    std::unique_ptr<PhotoView> view_;
    QPointingDevice* touchScreen_ = nullptr;
};

bool isGrey(QRgb colour);

/// Share of pixels in an area that are not grey.
double colouredShare(const QImage& image, const QRect& area);

} // namespace autochrome
