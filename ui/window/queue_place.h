#pragma once

#include <QSplitter>

class QAction;

namespace autochrome {

class BatchPanel;
class PhotoSession;
class PhotoStage;

/// The photo above, the queue below; or the queue in the photo's place while there is none.
class QueuePlace : public QSplitter
{
    Q_OBJECT

public:
    /// @param photo   what lies above
    /// @param stage   part of it, whose place the queue can take
    /// @param wanted  checked while the queue is to be seen
    QueuePlace(QWidget* photo, PhotoStage* stage, BatchPanel* queue, const PhotoSession* session,
               const QAction* wanted);

    /// After the queue is wanted or no longer, a photo is shown or none, or the window fills the
    /// screen, where nothing but the photo is to be seen.
    void place();

    /// As it was when the window was closed.
    void restore();
    void remember() const;

private:
    bool isBelow() const;

    PhotoStage* stage_;
    BatchPanel* queue_;
    const PhotoSession* session_;
    const QAction* wanted_;
};

} // namespace autochrome
