#pragma once

#include <QObject>

class QThreadPool;

namespace autochrome {

class Actions;
class AdjustPanel;
class CropTool;
class PhotoSession;
class PhotoView;
class ShownPhoto;

/// The action that draws a frame on the photo, and what makes room for it in the window: the view,
/// and the panel.
class CropActions : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        PhotoView* view;
        AdjustPanel* panel;
        ShownPhoto* shown;
    };

    CropActions(const Actions& actions, const PhotoSession* session, const Places& places,
                QThreadPool* pool, QObject* parent);

    void leave(); ///< the tool, for another: what is drawn is cropped
    /// After another photo is shown, or none, or it was read.
    void refresh();

Q_SIGNALS:
    void starting(); ///< the tool: any other is to be left

private:
    void onActive(bool active);

    const Actions& actions_;
    const PhotoSession* session_;
    Places places_;
    CropTool* tool_;
};

} // namespace autochrome
