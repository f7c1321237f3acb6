#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace autochrome {

class BatchPanel;
class BatchService;
class MessageStrip;
class PhotoExports;
class QuitGuard;
class TrainingDock;
struct UnfinishedWork;

/// What the parts of the window have to do with its end: they tell its guard what is not done yet
/// and begin nothing more; what is lost is told when the program is started the next time.
class WindowClosing : public QObject
{
    Q_OBJECT

public:
    /// Those that may have something to finish.
    struct Parts
    {
        const PhotoExports* exports;
        BatchService* service;
        const BatchPanel* panel;
        TrainingDock* training;
    };

    WindowClosing(const Parts& parts, MessageStrip* messages, QWidget* window);

    QuitGuard* guard() const { return guard_; }
    /// The program is told to end, and nobody can be asked: finishes what was ordered, then closes.
    /// Called again: closes at once.
    void endSession();
    /// A failure keeps a window that is about to close; one that nobody can read now is told when
    /// the program is started the next time.
    void showFailure(const QString& sentence);
    /// Keeps sentences about what was lost, to be told the next time.
    static void keepLosses(const QStringList& sentences);

private:
    UnfinishedWork unfinishedWork() const;
    void finish(bool hastily);
    void showWaiting(bool waiting);
    void tellOfLosses();

    Parts parts_;
    MessageStrip* messages_;
    QuitGuard* guard_;
};

} // namespace autochrome
