#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace autochrome {

class Actions;
class BatchPanel;
class BatchService;
class MessageStrip;
class PhotoSession;
class QueueActions;
class QueuePlace;
class RecipeKeeper;

/// The queue as a part of the window: shows it, gives it photos, starts it, opens what it made, and
/// tells of it above the photo.
class WindowQueue : public QObject
{
    Q_OBJECT

public:
    /// What the queue has to do with.
    struct Parts
    {
        BatchService* service;
        BatchPanel* panel;
        QueuePlace* place;
        PhotoSession* session;
        RecipeKeeper* keeper;
        MessageStrip* messages;
        QWidget* window; ///< parent of the dialogs
    };

    WindowQueue(Actions& actions, const Parts& parts);

    void show(bool on);
    /// Shows the queue and asks how photos and folders are to be worked on.
    void add(const QStringList& paths);
    /// Offers to add what was opened, if it is much.
    void offer(const QStringList& paths);

Q_SIGNALS:
    void openWanted(const QStringList& paths);
    void failed(const QString& sentence);

private:
    void connectMessages();
    void start();
    void chooseReport();
    void openPhoto(const QString& source, const QString& result);
    void tellWaiting();

    Actions& actions_;
    Parts parts_;
    QueueActions* queueActions_;
};

} // namespace autochrome
