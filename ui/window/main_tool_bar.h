#pragma once

#include <QToolBar>

namespace autochrome {

class Actions;
class PhotoSession;
class PhotoView;
class ZoomButton;

/// The tool bar at the top of the window: what is done with nearly every photo.
class MainToolBar : public QToolBar
{
    Q_OBJECT

public:
    MainToolBar(const Actions& actions, const PhotoSession* session, PhotoView* view,
                QWidget* parent);

    /// After another photo is shown, or none.
    void refresh();

private:
    const PhotoSession* session_;
    ZoomButton* zoom_;
};

} // namespace autochrome
