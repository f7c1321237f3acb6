#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QAction;
class QDockWidget;
class QMainWindow;
class QMessageBox;

namespace autochrome {

class TrainingPanel;
struct UnfinishedWork;

/// The place of training in the window: a dock that is made when it is first asked for, with a
/// warning before. A program that was built without training (training_dock_without.cpp) has none.
class TrainingDock : public QObject
{
    Q_OBJECT

public:
    /// @param action  shows and hides the dock
    TrainingDock(QMainWindow* window, QAction* action);
    ~TrainingDock() override;

    /// As it was when the window was closed; tells of a training that runs.
    void restore();
    /// Shows the dock without the warning.
    void show();
    /// Nothing but the photo is to be seen in a full screen.
    void setFullScreen(bool on);

    TrainingPanel* panel() const { return panel_; } ///< null until it is asked for
    QMessageBox* warning() const;                   ///< null while none is open

    /// What a window that closes now would leave undone.
    void addUnfinished(UnfinishedWork& work) const;
    bool isComparing() const;
    void cancelComparison();

Q_SIGNALS:
    void shown();
    void problem(const QString& sentence, const QString& detail);
    void done(const QString& sentence);
    void trainingRuns(const QString& name); ///< without having been asked for in this window
    void defaultModelChanged();
    void collectionsChanged();

private:
    void ask();
    void hide();
    void make();
    void lookForRunning();

    QMainWindow* window_;
    QAction* action_;
    QThreadPool pool_;
    QDockWidget* dock_ = nullptr;
    TrainingPanel* panel_ = nullptr;
    QPointer<QMessageBox> warning_;
};

} // namespace autochrome
