#pragma once

#include <QObject>

class QThreadPool;

namespace autochrome {

class Actions;
class AdjustPanel;
class BatchService;
class MessageStrip;
class PhotoSession;
class PhotoView;
class RepairSection;
class RepairTool;

/// The actions that mark damage on the photo and show what is filled in, what makes room for that
/// in the window, and masks in files.
class RepairActions : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        PhotoView* view;
        AdjustPanel* panel;
        MessageStrip* messages;
        const BatchService* queue; ///< which knows what files are originals
        QWidget* window;
    };

    RepairActions(const Actions& actions, const PhotoSession* session, const Places& places,
                  QThreadPool* pool);

    RepairSection* section() const;
    void leave(); ///< the tool, for another
    /// After another photo is shown, or none, or it was read or its settings changed.
    void refresh();

Q_SIGNALS:
    void starting(); ///< the tool: any other is to be left

private:
    void onActive(bool active);
    void askForMask();
    void askForTarget();

    const Actions& actions_;
    const PhotoSession* session_;
    Places places_;
    RepairTool* tool_;
};

} // namespace autochrome
