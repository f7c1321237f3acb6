#pragma once

#include <QList>
#include <QToolButton>

namespace autochrome {

class Actions;
class PhotoView;

/// Says at what zoom the photo is shown, and offers others.
class ZoomButton : public QToolButton
{
    Q_OBJECT

public:
    static constexpr int percents[] = {25, 50, 100, 200, 400};

    ZoomButton(PhotoView* view, const Actions& actions, QWidget* parent = nullptr);

    /// Follows the view; without a photo it says nothing and cannot be opened.
    void refresh(bool hasPhoto);

private:
    PhotoView* view_;
};

} // namespace autochrome
