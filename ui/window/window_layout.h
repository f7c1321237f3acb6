#pragma once

#include <QObject>

class QMainWindow;
class QSplitter;
class QToolBar;

namespace autochrome {

class Actions;
class AdjustPanel;
class BatchPanel;
class FilmStrip;
class PhotoSession;
class PhotoStage;
class QueuePlace;
class StatusLine;

/// Where the parts of the window lie and which of them are seen: with a photo and without one, in
/// a window and in a full screen. Kept from one start to the next.
class WindowLayout : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QToolBar* toolBar;
        PhotoStage* stage;
        AdjustPanel* panel;
        BatchPanel* queue;
        FilmStrip* strip;
        StatusLine* status;
    };

    WindowLayout(QMainWindow* window, const Actions& actions, const PhotoSession* session,
                 const Parts& parts);

    /// As it was when the window was closed.
    void restore();
    void remember();

    void setFullScreen(bool on);
    /// After another photo is shown, or none.
    void refresh();

    QueuePlace* queuePlace() const { return rows_; }

Q_SIGNALS:
    void fullScreenChanged(bool on);

private:
    void showPanel();

    QMainWindow* window_;
    const Actions& actions_;
    const PhotoSession* session_;
    Parts parts_;
    QSplitter* splitter_; ///< the photo beside its panel
    QueuePlace* rows_;    ///< both above, the queue below
    bool wasMaximized_ = false;
};

} // namespace autochrome
